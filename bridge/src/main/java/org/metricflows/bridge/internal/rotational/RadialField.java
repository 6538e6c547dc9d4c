package org.metricflows.bridge.internal.rotational;

/** The functions of one coordinate that make a rotationally symmetric metric, of a state. */
interface RadialField {

  /** The name of the coordinate. */
  String coordinate();

  /** Where it ends; it begins at 0. */
  double end();

  /**
   * ψ, ψ_x, ψ_xx, χ, χ_x at points between.
   *
   * @return {@code [point][number]}
   */
  double[][] jets(double[] state, double[] x);
}
