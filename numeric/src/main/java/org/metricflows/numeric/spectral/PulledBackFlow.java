package org.metricflows.numeric.spectral;

import org.metricflows.numeric.batch.ColumnMap;
import org.metricflows.numeric.flow.Flow;
import org.metricflows.numeric.simd.Parallel;

/**
 * A local flow, the diffeomorphism φ that a vector field of it generates, ∂_t φ = X∘φ, and beside
 * them a second flow to which the first one's pull-back by φ can be compared.
 *
 * <p>The state is that of the first flow, then the displacement u = φ − x component after
 * component, then the state of the second flow. X is interpolated at the moved points.
 */
public final class PulledBackFlow implements Flow {
  private final LocalFlow first;
  private final LocalFlow second;
  private final PeriodicGrid grid;
  private final PointwiseVelocity field;
  private final TrigonometricInterpolation interpolation;
  private final double[][] coordinates;
  private final double[][] moved;
  private final double[] vectors;
  private final double[][] carried;

  /**
   * @param first the flow to pull back
   * @param field jets of order 2 of the first flow's fields, fixed columns ↦ X¹ … X^d
   * @param fixed {@code [column][point]}
   * @param second the flow to compare to, on the same grid
   */
  public PulledBackFlow(
      LocalFlow first, ColumnMap field, double[][] fixed, LocalFlow second, Parallel parallel) {
    this.first = first;
    this.second = second;
    this.grid = first.grid();
    int points = grid.points();
    this.field = new PointwiseVelocity(field, 2, fixed, points, parallel);
    this.interpolation = new TrigonometricInterpolation(grid, parallel);
    this.coordinates = grid.coordinates();
    this.moved = new double[grid.dimension()][points];
    this.vectors = new double[grid.dimension() * points];
    this.carried = new double[grid.dimension()][points];
  }

  @Override
  public int dimension() {
    return first.dimension() + vectors.length + second.dimension();
  }

  @Override
  public double[] initialState() {
    double[] state = new double[dimension()];
    System.arraycopy(first.initialState(), 0, state, 0, first.dimension());
    int last = first.dimension() + vectors.length;
    System.arraycopy(second.initialState(), 0, state, last, second.dimension());
    return state;
  }

  @Override
  public void derivative(double t, double[] y, double[] yDot) {
    double[] own = firstState(y);
    double[] speed = new double[own.length];
    first.derivative(t, own, speed);
    System.arraycopy(speed, 0, yDot, 0, speed.length);
    field.evaluate(first.jetsAt(own), vectors);
    interpolation.evaluate(vectors, movedPoints(y), carried);
    int at = own.length;
    for (double[] component : carried) {
      System.arraycopy(component, 0, yDot, at, component.length);
      at += component.length;
    }
    double[] other = secondState(y);
    double[] otherSpeed = new double[other.length];
    second.derivative(t, other, otherSpeed);
    System.arraycopy(otherSpeed, 0, yDot, at, otherSpeed.length);
  }

  /** The first flow's part of a state. */
  public double[] firstState(double[] y) {
    return part(y, 0, first.dimension());
  }

  /** The second flow's part of a state. */
  public double[] secondState(double[] y) {
    return part(y, first.dimension() + vectors.length, second.dimension());
  }

  /** The displacement φ − x, component after component. */
  public double[] displacement(double[] y) {
    return part(y, first.dimension(), vectors.length);
  }

  /** φ at the grid's points: {@code [axis][point]}; the arrays are overwritten by the next call. */
  public double[][] movedPoints(double[] y) {
    int points = grid.points();
    for (int a = 0; a < moved.length; a++) {
      int from = first.dimension() + a * points;
      for (int p = 0; p < points; p++) {
        moved[a][p] = coordinates[a][p] + y[from + p];
      }
    }
    return moved;
  }

  private static double[] part(double[] y, int from, int length) {
    double[] part = new double[length];
    System.arraycopy(y, from, part, 0, length);
    return part;
  }
}
