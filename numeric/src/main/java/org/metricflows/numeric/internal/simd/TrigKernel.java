package org.metricflows.numeric.internal.simd;

/**
 * Sine and cosine, one element at a time: |x| = k π/2 + r with |r| ≤ π/4, π/2 in three parts,
 * minimax polynomials of degree 13 and 14 in r. {@link TrigPasses} runs the same operations on
 * vectors.
 */
final class TrigKernel {

  /** Larger arguments need more of π/2 than three parts: they go to {@link Math}. */
  static final double FAST_RANGE = 100000;

  static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
  static final double HALF_PI_1 = 0x1.921fb54442d18p+0;
  static final double HALF_PI_2 = 0x1.1a62633145c07p-54;
  static final double HALF_PI_3 = -0x1.f1976b7ed8fbcp-110;

  static final double[] SINE = {
    -0x1.5555555555549p-3,
    0x1.111111110f869p-7,
    -0x1.a01a019c0f2ffp-13,
    0x1.71de35755cecbp-19,
    -0x1.ae5e643249832p-26,
    0x1.5d925d33b7172p-33,
  };

  static final double[] COSINE = {
    0x1.555555555554cp-5,
    -0x1.6c16c16c15168p-10,
    0x1.a01a019caf5f1p-16,
    -0x1.27e4f80819192p-22,
    0x1.1ee9ea94e84b5p-29,
    -0x1.8fade30fe34a7p-37,
  };

  private TrigKernel() {}

  static double sin(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude <= FAST_RANGE)) {
      return Math.sin(x);
    }
    double shifted = Math.fma(magnitude, TWO_OVER_PI, ExpKernel.ROUND);
    double r = reduced(magnitude, shifted - ExpKernel.ROUND);
    return turnedSine(x, shifted, sine(r), cosine(r));
  }

  static double cos(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude <= FAST_RANGE)) {
      return Math.cos(x);
    }
    double shifted = Math.fma(magnitude, TWO_OVER_PI, ExpKernel.ROUND);
    double r = reduced(magnitude, shifted - ExpKernel.ROUND);
    return turnedCosine(shifted, sine(r), cosine(r));
  }

  /** sin x from sine and cosine of the reduced |x|, without a branch. */
  static double turnedSine(double x, double shifted, double sine, double cosine) {
    long quadrant = Double.doubleToRawLongBits(shifted);
    long sign = (Double.doubleToRawLongBits(x) & ExpKernel.SIGN) ^ signOfSine(quadrant);
    return Double.longBitsToDouble(chosen(quadrant, sine, cosine) ^ sign);
  }

  /** cos x from sine and cosine of the reduced |x|: the sine a quadrant on. */
  static double turnedCosine(double shifted, double sine, double cosine) {
    long quadrant = Double.doubleToRawLongBits(shifted) + 1;
    return Double.longBitsToDouble(chosen(quadrant, sine, cosine) ^ signOfSine(quadrant));
  }

  /** The bits of the sine in even quadrants and of the cosine in odd ones. */
  private static long chosen(long quadrant, double sine, double cosine) {
    long even = Double.doubleToRawLongBits(sine);
    long difference = even ^ Double.doubleToRawLongBits(cosine);
    return even ^ (difference & -(quadrant & 1));
  }

  private static double reduced(double x, double k) {
    double r = Math.fma(-k, HALF_PI_1, x);
    r = Math.fma(-k, HALF_PI_2, r);
    return Math.fma(-k, HALF_PI_3, r);
  }

  /** Quadrants 2 and 3 have a negative sine. */
  private static long signOfSine(long quadrant) {
    return (quadrant << 62) & ExpKernel.SIGN;
  }

  private static double sine(double r) {
    double z = r * r;
    double p = Horner.at(SINE, z);
    return Math.fma(r * z, p, r);
  }

  private static double cosine(double r) {
    double z = r * r;
    double p = Horner.at(COSINE, z);
    double half = 0.5 * z;
    double w = 1 - half;
    return w + Math.fma(z * z, p, (1 - w) - half);
  }
}
