package org.metricflows.numeric.internal.gradient;

/**
 * Outputs f that are linear in what a flow moves, f = R y, with R from y = 0 on.
 *
 * <p>A row of f_c is one of its jets at a sample point, ∂^α at point a in row α·N + a, or after
 * them its value at a test point. What drives the flow comes in columns {@code [output][β·N + b]}.
 */
public interface LinearModel {

  /** The number of unknowns y. */
  int dimension();

  /** Rows of one output. */
  int rows();

  /**
   * R y.
   *
   * @return {@code [output · rows + row]}: y itself, or an array that the next call overwrites
   */
  double[] outputs(double[] y);

  /**
   * How the unknowns move.
   *
   * @param drives what the loss's variation is after the supermetric
   * @param yDot receives dy/dt
   */
  void descend(double[][] drives, double[] yDot);
}
