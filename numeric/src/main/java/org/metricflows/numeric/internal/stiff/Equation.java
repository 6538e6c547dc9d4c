package org.metricflows.numeric.internal.stiff;

/** F(t, y) in a new array. */
@FunctionalInterface
interface Equation {

  /**
   * F(t, y).
   *
   * @throws OutOfDomainException where it is not defined
   */
  double[] derivative(double t, double[] y);
}
