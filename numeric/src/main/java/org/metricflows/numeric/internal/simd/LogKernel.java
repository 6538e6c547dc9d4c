package org.metricflows.numeric.internal.simd;

/**
 * Logarithms, one element at a time: x = 2ᵏ m with m in [√½, √2), f = m − 1, s = f/(2 + f) and
 *
 * <pre>log m = f − f²/2 + s (f²/2 + R),   R = log((1+s)/(1−s))/s − 2 = s² P(s²)</pre>
 *
 * with a minimax P of degree 6. {@link LogPasses} does the same operations for runs of arrays.
 */
final class LogKernel {

  static final double[] LOG = {
    0x1.5555555555592p-1,
    0x1.999999997fd3cp-2,
    0x1.24924941fa5b8p-2,
    0x1.c71c51ffdb3dcp-3,
    0x1.746641465c03ap-3,
    0x1.39a1733a11b4ap-3,
    0x1.2f089745eaf8dp-3,
  };

  /** Shifts the exponent field so that it steps at √½ and counts from 1024. */
  static final long STEP_AT_ROOT_HALF =
      0x4000000000000000L - Double.doubleToRawLongBits(0x1.6a09e667f3bcdp-1);

  static final long EXPONENT_FIELD = 0xfff0000000000000L;
  static final long TWO_TO_52 = 0x4330000000000000L;
  static final double EXPONENT_ORIGIN = 0x1p52 + 1024;

  static final long EXPONENT_ZERO = 0x4000000000000000L;

  /** The range of the fast log1p: the double after −1 and a number far from overflow. */
  static final double LOG1P_LOW = -1 + 0x1p-53;

  static final double LOG1P_HIGH = 1e300;

  private LogKernel() {}

  static double log(double x) {
    if (inRange(x)) {
      return fastLog(x);
    }
    return Math.log(x);
  }

  static double log1p(double x) {
    if (inLog1pRange(x)) {
      double u = 1 + x;
      double lost = x - (u - 1);
      return ExpKernel.withSign(fastLog(u) + lost / u, x);
    }
    return Math.log1p(x);
  }

  static boolean inRange(double x) {
    return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE;
  }

  static boolean inLog1pRange(double x) {
    return x >= LOG1P_LOW && x <= LOG1P_HIGH;
  }

  /** k from the bits of x, stepped. */
  static double exponent(long stepped) {
    long exponent = stepped >>> ExpKernel.MANTISSA_BITS;
    return Double.longBitsToDouble(exponent | TWO_TO_52) - EXPONENT_ORIGIN;
  }

  /** m from the bits of x. */
  static double mantissa(long bits, long stepped) {
    return Double.longBitsToDouble(bits - ((stepped & EXPONENT_FIELD) - EXPONENT_ZERO));
  }

  private static double fastLog(double x) {
    long bits = Double.doubleToRawLongBits(x);
    long stepped = bits + STEP_AT_ROOT_HALF;
    double k = exponent(stepped);
    double f = mantissa(bits, stepped) - 1;
    double s = f / (2 + f);
    double z = s * s;
    double p = Horner.at(LOG, z);
    double half = 0.5 * f * f;
    double tail = Math.fma(s, z * p + half, k * ExpKernel.LN2_LOW);
    return Math.fma(k, ExpKernel.LN2_HIGH, f - (half - tail));
  }
}
