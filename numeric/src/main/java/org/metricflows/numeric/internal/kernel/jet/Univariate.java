package org.metricflows.numeric.internal.kernel.jet;

/** A function of one variable that can be expanded in a Taylor series where it is smooth. */
public sealed interface Univariate permits Elementary, RealPower {

  /**
   * Sets {@code out[k] = f⁽ᵏ⁾(u)/k!} for {@code 0 ≤ k ≤ order}.
   *
   * <p>Outside the function's domain the coefficients are not finite; nothing is thrown.
   */
  void taylor(double u, int order, double[] out);

  /**
   * Sets {@code out[k] = uᵏ f⁽ᵏ⁾(u)/k!}, the coefficients in powers of δ/u. For powers and
   * logarithms these stay in range where u is so large or small that the plain ones do not.
   */
  default void relativeTaylor(double u, int order, double[] out) {
    taylor(u, order, out);
    double power = 1;
    for (int k = 1; k <= order; k++) {
      power *= u;
      out[k] *= power;
    }
  }

  /** Whether the function is better expanded in powers of δ/u. */
  default boolean isRelative() {
    return false;
  }
}
