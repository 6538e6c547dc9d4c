package org.metricflows.numeric.internal.simd;

/**
 * The exponential family, one element at a time: x = k ln 2 + r with |r| ≤ ½ ln 2, expm1(r) = r +
 * r² Q(r) with a minimax Q of degree 10 (relative error 2⁻⁶¹), then scaling by 2ᵏ.
 *
 * <p>{@link ExpPasses} does the same operations for runs of arrays.
 */
final class ExpKernel {

  /** Beyond this magnitude a result may overflow or be subnormal, and 2ᵏ is not one double. */
  static final double FAST_RANGE = 708;

  /** From here on tanh rounds to one. */
  static final double TANH_SATURATION = 20;

  static final double LOG2_E = 0x1.71547652b82fep0;
  static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
  static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

  /** Added and subtracted, rounds to the nearest integer; its low bits then hold the integer. */
  static final double ROUND = 0x1.8p52;

  static final int EXPONENT_BIAS = 1023;
  static final int MANTISSA_BITS = 52;
  static final long SIGN = 0x8000000000000000L;

  static final double[] EXPM1 = {
    0x1.0000000000000p-1,
    0x1.5555555555559p-3,
    0x1.555555555555ap-5,
    0x1.111111110f6aep-7,
    0x1.6c16c16c1442bp-10,
    0x1.a01a01afe5356p-13,
    0x1.a01a01b0bfcd0p-16,
    0x1.71ddf85377f97p-19,
    0x1.27e4c5920f230p-22,
    0x1.af5ebf4cfa2b4p-26,
    0x1.1f957605c7e6dp-29,
  };

  private static final double OVERFLOW = 710;
  private static final double UNDERFLOW = -746;

  private ExpKernel() {}

  static double exp(double x) {
    double shifted = Math.fma(x, LOG2_E, ROUND);
    if (Math.abs(x) <= FAST_RANGE) {
      return (1 + fraction(x, shifted - ROUND)) * power(shifted);
    }
    return Double.isNaN(x) ? x : outer(x, 1);
  }

  /** factor · eˣ for x outside the fast range, rounded once: the scaling is done in two steps. */
  static double outer(double x, double factor) {
    if (x > OVERFLOW) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < UNDERFLOW - 50) {
      return 0;
    }
    double k = Math.fma(x, LOG2_E, ROUND) - ROUND;
    double half = Math.floor(0.5 * k);
    double mantissa = factor * (1 + fraction(x, k));
    return mantissa * power(half + ROUND) * power(k - half + ROUND);
  }

  static double expm1(double x) {
    if (Math.abs(x) <= FAST_RANGE) {
      return withSign(fastExpm1(x), x);
    }
    return Math.expm1(x);
  }

  static double tanh(double x) {
    double magnitude = Math.abs(x);
    double t = fastExpm1(magnitude + magnitude);
    return withSign(magnitude > TANH_SATURATION ? 1 : t / (t + 2), x);
  }

  static double sinh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude <= FAST_RANGE) {
      double t = fastExpm1(magnitude);
      return withSign(0.5 * (t + t / (t + 1)), x);
    }
    return Math.sinh(x);
  }

  static double cosh(double x) {
    if (Math.abs(x) <= FAST_RANGE) {
      double e = exp(x);
      return 0.5 * e + 0.5 / e;
    }
    return Math.cosh(x);
  }

  /** 1/(1 + e⁻ˣ). */
  static double sigmoid(double x) {
    return 1 / (1 + exp(-x));
  }

  private static double fastExpm1(double x) {
    double shifted = Math.fma(x, LOG2_E, ROUND);
    double scale = power(shifted);
    return Math.fma(scale, fraction(x, shifted - ROUND), scale - 1);
  }

  /** expm1(x − k ln 2). */
  private static double fraction(double x, double k) {
    double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
    double q = Horner.at(EXPM1, r);
    return Math.fma(r * r, q, r);
  }

  /** 2ᵏ from k + {@link #ROUND}, for normal results. */
  static double power(double shifted) {
    long bits = Double.doubleToRawLongBits(shifted);
    return Double.longBitsToDouble((bits + EXPONENT_BIAS) << MANTISSA_BITS);
  }

  /** A non-negative value, or one that has x's sign already, with x's sign: keeps the sign of 0. */
  static double withSign(double value, double x) {
    long sign = Double.doubleToRawLongBits(x) & SIGN;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) | sign);
  }
}
