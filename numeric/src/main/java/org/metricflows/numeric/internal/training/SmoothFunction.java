package org.metricflows.numeric.internal.training;

/** A function of many numbers with its gradient. */
@FunctionalInterface
public interface SmoothFunction {

  /**
   * The value at x.
   *
   * @param gradient receives the derivatives by x
   */
  double valueGradient(double[] x, double[] gradient);
}
