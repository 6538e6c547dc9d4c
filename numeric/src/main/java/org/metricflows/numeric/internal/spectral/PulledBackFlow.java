package org.metricflows.numeric.internal.spectral;

import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * A local flow, the diffeomorphism φ that a vector field of it generates, ∂_t φ = X∘φ, and beside
 * them a second flow to which the first one's pull-back by φ can be compared.
 *
 * <p>The state is that of the first flow, then the displacement u = φ − x component after
 * component, then the state of the second flow. X is interpolated at the moved points.
 *
 * <p>Not to be used by two threads at once; a derivative allocates nothing that grows with the
 * grid.
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
  private final Part own;
  private final Part other;

  /** A flow's share of a state and of its derivative. */
  private static final class Part {
    final LocalFlow flow;
    final int from;
    final double[] state;
    final double[] speed;

    Part(LocalFlow flow, int from) {
      this.flow = flow;
      this.from = from;
      this.state = new double[flow.dimension()];
      this.speed = new double[flow.dimension()];
    }

    void derivative(double t, double[] y, double[] yDot) {
      System.arraycopy(y, from, state, 0, state.length);
      flow.derivative(t, state, speed);
      System.arraycopy(speed, 0, yDot, from, speed.length);
    }
  }

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
    this.own = new Part(first, 0);
    this.other = new Part(second, first.dimension() + vectors.length);
  }

  @Override
  public int dimension() {
    return first.dimension() + vectors.length + second.dimension();
  }

  @Override
  public double[] initialState() {
    double[] state = new double[dimension()];
    System.arraycopy(first.initialState(), 0, state, 0, first.dimension());
    System.arraycopy(second.initialState(), 0, state, other.from, second.dimension());
    return state;
  }

  @Override
  public void derivative(double t, double[] y, double[] yDot) {
    own.derivative(t, y, yDot);
    field.evaluate(first.latestJets(), vectors);
    interpolation.evaluate(vectors, movedPoints(y), carried);
    int at = first.dimension();
    for (double[] component : carried) {
      System.arraycopy(component, 0, yDot, at, component.length);
      at += component.length;
    }
    other.derivative(t, y, yDot);
  }

  /** The first flow's part of a state. */
  public double[] firstState(double[] y) {
    return part(y, 0, first.dimension());
  }

  /** The second flow's part of a state. */
  public double[] secondState(double[] y) {
    return part(y, other.from, second.dimension());
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
