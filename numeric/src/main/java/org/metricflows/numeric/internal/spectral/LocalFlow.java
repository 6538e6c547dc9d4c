package org.metricflows.numeric.internal.spectral;

import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * ∂_t f = K_ℓ ∗ V(f, ∂f, ∂²f) for fields on a periodic grid, K_ℓ the periodic heat kernel and V
 * projected by the 2/3 rule.
 *
 * <p>The state is field after field. Fields stay in the span of the kept modes if they start there.
 */
public final class LocalFlow implements Flow {
  private final SpectralOperators operators;
  private final SpectralOperators.Smoothing smoothing;
  private final Velocity velocity;
  private final double[] initial;
  private final double[][] jets;
  private final double[] speed;

  /**
   * @param velocity V
   * @param bandwidth ℓ ≥ 0
   * @param initial field after field
   */
  public LocalFlow(
      PeriodicGrid grid, Velocity velocity, double bandwidth, double[] initial, Parallel parallel) {
    if (!(bandwidth >= 0)) {
      throw new IllegalArgumentException("bandwidth: " + bandwidth + " is negative");
    }
    int points = grid.points();
    int fields = initial.length / points;
    this.operators = new SpectralOperators(grid, fields, velocity.order(), parallel);
    this.smoothing = operators.smoothing(bandwidth);
    this.velocity = velocity;
    this.initial = initial.clone();
    this.jets = new double[fields * operators.jets().size()][points];
    this.speed = new double[initial.length];
  }

  /** The grid. */
  public PeriodicGrid grid() {
    return operators.grid();
  }

  /** The number of fields. */
  public int fields() {
    return operators.fields();
  }

  @Override
  public int dimension() {
    return initial.length;
  }

  @Override
  public double[] initialState() {
    return initial.clone();
  }

  @Override
  public void derivative(double t, double[] y, double[] yDot) {
    velocityAt(y, speed);
    smoothing.apply(speed, yDot);
  }

  /** V before projection and smoothing. */
  public void velocityAt(double[] y, double[] result) {
    operators.jets(y, jets);
    velocity.evaluate(jets, result);
  }

  /**
   * The fields' jets at the state that the flow was last asked for; the arrays are overwritten by
   * the next call.
   */
  double[][] latestJets() {
    return jets;
  }

  /** Fresh columns of the fields' jets at a state: {@code [field·J + coefficient][point]}. */
  public double[][] jetsAt(double[] y) {
    double[][] columns = new double[jets.length][operators.grid().points()];
    operators.jets(y, columns);
    return columns;
  }
}
