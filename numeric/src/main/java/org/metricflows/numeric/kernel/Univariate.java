package org.metricflows.numeric.kernel;

/** A function of one variable that can be expanded in a Taylor series where it is smooth. */
public sealed interface Univariate permits Elementary, RealPower {

  /**
   * Sets {@code out[k] = f⁽ᵏ⁾(u)/k!} for {@code 0 ≤ k ≤ order}.
   *
   * <p>Outside the function's domain the coefficients are not finite; nothing is thrown.
   */
  void taylor(double u, int order, double[] out);
}
