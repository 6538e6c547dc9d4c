package org.metricflows.numeric.internal.roots;

/**
 * One polynomial Σ c_k z^k with both scales taken out by powers of two, hence without rounding: in
 * w = 2^−shift z its outer coefficients are about equal, and the largest is about 1. Holds one
 * polynomial after another.
 */
final class BalancedPolynomial {

  private static final long BITS_OF_ONE = Double.doubleToRawLongBits(1);

  final int degree;

  /** Coefficients of w^k: real parts at 2k, imaginary ones at 2k + 1. */
  final double[] coefficients;

  /** About log₂|c_k| of the scaled coefficients, −∞ for zero. */
  final double[] logs;

  /** Number of roots that are exactly zero. */
  int zeros;

  private int shift;

  BalancedPolynomial(int degree) {
    this.degree = degree;
    coefficients = new double[2 * degree + 2];
    logs = new double[degree + 1];
  }

  /**
   * Takes polynomial {@code index} of a batch.
   *
   * @return whether it has {@code degree} finite roots: all its coefficients are finite and the
   *     leading one is not zero
   */
  boolean load(double[][] batch, int index) {
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = batch[i][index];
    }
    if (!measure()) {
      return false;
    }
    balance();
    return measure();
  }

  /** Takes logarithms and counts zeros; false if there are no {@code degree} finite roots. */
  private boolean measure() {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k <= degree; k++) {
      logs[k] = log2(0.5 * Math.abs(coefficients[2 * k]) + 0.5 * Math.abs(coefficients[2 * k + 1]));
      largest = Math.max(largest, logs[k]);
    }
    zeros = 0;
    while (zeros < degree && logs[zeros] == Double.NEGATIVE_INFINITY) {
      zeros++;
    }
    return largest < Double.POSITIVE_INFINITY && logs[degree] > Double.NEGATIVE_INFINITY;
  }

  private void balance() {
    shift = zeros == degree ? 0 : (int) Math.rint((logs[zeros] - logs[degree]) / (degree - zeros));
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = zeros; k <= degree; k++) {
      largest = Math.max(largest, logs[k] + k * shift);
    }
    int down = (int) Math.rint(largest);
    for (int k = zeros; k <= degree; k++) {
      int exponent = k * shift - down;
      coefficients[2 * k] = scale(coefficients[2 * k], exponent);
      coefficients[2 * k + 1] = scale(coefficients[2 * k + 1], exponent);
    }
  }

  /** z = 2^shift w. */
  double unscale(double w) {
    return scale(w, shift);
  }

  private static double scale(double x, int exponent) {
    return Math.abs(exponent) < 1000 ? x * exp2(exponent) : Math.scalb(x, exponent);
  }

  /**
   * The logarithm interpolated linearly between powers of two, as the bits of a number spell it:
   * exact there, and at most 0.09 off elsewhere.
   */
  private static double log2(double size) {
    if (size == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (!(size < Double.POSITIVE_INFINITY)) {
      return Double.POSITIVE_INFINITY;
    }
    return (Double.doubleToRawLongBits(size) - BITS_OF_ONE) * 0x1p-52;
  }

  /** The inverse of the interpolated logarithm, for results that are normal numbers. */
  static double exp2(double log) {
    return Double.longBitsToDouble((long) (log * 0x1p52) + BITS_OF_ONE);
  }
}
