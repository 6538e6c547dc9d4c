package org.metricflows.numeric.internal.spectral;

/** The right-hand side of a flow of fields on a grid, before it is projected and smoothed. */
public interface Velocity {

  /** The highest derivative of the fields that it reads, 0 to 2. */
  int order();

  /**
   * Writes ∂_t f at all points.
   *
   * @param jets the fields' jets: {@code [field·J + coefficient][point]}
   * @param result receives field after field
   */
  void evaluate(double[][] jets, double[] result);
}
