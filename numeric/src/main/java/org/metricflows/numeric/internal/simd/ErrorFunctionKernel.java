package org.metricflows.numeric.internal.simd;

/**
 * The error function and its relatives, one element at a time.
 *
 * <ul>
 *   <li>erf x = x + x A(x²) for |x| &lt; 1 and ±(1 − e^{B(|x|)}) beyond, B ≈ log erfc on [1, 6];
 *   <li>erfc x = e^{−x²} F(t)/(1 + 2x) with t = (x − 4)/(x + 4) for x ≥ 0, F of degree 22, and the
 *       rounding error of x² carried along, so that the tail keeps its relative accuracy;
 *   <li>Φ(x) = ½ erfc(−x/√2) with x²/2 taken from x directly.
 * </ul>
 *
 * Polynomials are minimax fits; {@link ErrorFunctionPasses} does the same operations for runs of
 * arrays.
 */
final class ErrorFunctionKernel {

  /** From here on erf rounds to one. */
  static final double ERF_SATURATION = 6;

  /** Largest |x| for which e^{−x²} stays clear of the subnormal numbers. */
  static final double ERFC_RANGE = 26;

  /** Largest |x| for which e^{−x²/2} stays clear of the subnormal numbers. */
  static final double NORMAL_RANGE = 37;

  static final double ROOT_HALF = 0x1.6a09e667f3bcdp-1;

  private static final long ONE = Double.doubleToRawLongBits(1.0);
  private static final double TAIL_END = 40;

  static final double[] CENTRE = {
    0x1.06eba8214db68p-3,
    -0x1.812746b0379c2p-2,
    0x1.ce2f21a041018p-4,
    -0x1.b82ce312062bcp-6,
    0x1.565bccfa9a825p-8,
    -0x1.c02db072f3fe0p-11,
    0x1.f9a2bf73f0c68p-14,
    -0x1.f4ca94990cb86p-17,
    0x1.b9827b1885f9bp-20,
    -0x1.5c16e30fb0d45p-23,
    0x1.d784936618cc2p-27,
    -0x1.acdff90b8ebd8p-31,
  };

  static final double[] FLANK = {
    -0x1.139176744c31dp-21,
    -0x1.20dd1e2e33c8bp+0,
    -0x1.45f635b86c715p-1,
    -0x1.a4ab268a99477p-4,
    0x1.371993c1580efp-6,
    0x1.b1a3c79b4c136p-12,
    -0x1.f70b4c228643cp-10,
    0x1.954dca5c16a61p-11,
    -0x1.1e645d4adc427p-13,
    -0x1.477c4c232e0e6p-16,
    0x1.7a047bc15aef0p-16,
    -0x1.1fd7ba7bde17dp-17,
    0x1.1bd49a7642f3bp-19,
    -0x1.8ccc5e6edc0b1p-22,
    0x1.8a8ac020a8303p-25,
    -0x1.0b4dbe2504323p-28,
    0x1.bc3fa0e47ebfbp-33,
    -0x1.565368fe0b08ep-38,
  };

  static final double[] SCALED = {
    0x1.3ba5916e9fd7fp+0,
    -0x1.1df1ad154a29cp-3,
    0x1.f7f5df66fd71ep-7,
    0x1.16ecefcfa6043p-4,
    -0x1.9ddb23c3e8a4dp-4,
    0x1.7fee004df6ac7p-4,
    -0x1.0fb06dfe58cbap-4,
    0x1.3079edf9f9a22p-5,
    -0x1.09623880776cep-6,
    0x1.49c67191ab211p-8,
    -0x1.8d4a9feedf906p-11,
    -0x1.a1de83d0ea04cp-13,
    0x1.3be0d2db55b76p-13,
    -0x1.9969d5eb64dfbp-16,
    -0x1.78a872266fa56p-17,
    0x1.7fae62a1f95c0p-18,
    0x1.443913125c647p-22,
    -0x1.bfe126f495407p-21,
    0x1.0bf5c64b9058ep-24,
    0x1.ec09b8d8dfb0fp-24,
    -0x1.0b483bf43fc7bp-27,
    -0x1.cbf39cee70cafp-27,
    -0x1.d824d2e708712p-30,
  };

  private ErrorFunctionKernel() {}

  static double erf(double x) {
    double a = Math.abs(x);
    return joined(x, centre(a), flank(a));
  }

  /**
   * erf x from the forms for |x| &lt; 1 and 1 ≤ |x| &lt; 6, chosen without a branch between them.
   */
  static double joined(double x, double centre, double flank) {
    double a = Math.abs(x);
    if (a >= ERF_SATURATION) {
      return Math.copySign(1.0, x);
    }
    long bits = Double.doubleToRawLongBits(a);
    long allOnesIfCentre = (bits - ONE) >> 63;
    long outer = Double.doubleToRawLongBits(flank);
    long difference = outer ^ Double.doubleToRawLongBits(centre);
    long value = outer ^ (difference & allOnesIfCentre);
    long sign = Double.doubleToRawLongBits(x) & ExpKernel.SIGN;
    return Double.longBitsToDouble(value | sign);
  }

  static double erfc(double x) {
    double a = Math.abs(x);
    if (Double.isNaN(x)) {
      return x;
    }
    double square = a * a;
    double lost = Math.fma(a, a, -square);
    double tail = a > ERFC_RANGE ? outer(a, square, lost) : tail(a, square, lost);
    return x < 0 ? 2 - tail : tail;
  }

  /** Φ(x), the standard normal distribution function. */
  static double normalCdf(double x) {
    double a = Math.abs(x);
    if (Double.isNaN(x)) {
      return x;
    }
    double square = a * a;
    double lost = 0.5 * Math.fma(a, a, -square);
    double y = ROOT_HALF * a;
    square = 0.5 * square;
    double tail = 0.5 * (a > NORMAL_RANGE ? outer(y, square, lost) : tail(y, square, lost));
    return upper(x, tail);
  }

  /** The tail for negative x and one minus it for positive x, without a branch. */
  static double upper(double x, double tail) {
    long negative = Double.doubleToRawLongBits(tail);
    long positive = Double.doubleToRawLongBits(1 - tail);
    long allOnesIfNegative = Double.doubleToRawLongBits(x) >> 63;
    return Double.longBitsToDouble(positive ^ ((positive ^ negative) & allOnesIfNegative));
  }

  private static double centre(double a) {
    double s = a * a;
    double p = Horner.at(CENTRE, s);
    return Math.fma(a, p, a);
  }

  private static double flank(double a) {
    double p = Horner.at(FLANK, a);
    return 1 - ExpKernel.exp(p);
  }

  /** erfc y from y and y² = square + lost. */
  private static double tail(double y, double square, double lost) {
    double e = ExpKernel.exp(-square);
    return Math.fma(-lost, e, e) * scaled(y);
  }

  private static double outer(double y, double square, double lost) {
    if (y > TAIL_END) {
      return 0;
    }
    return ExpKernel.outer(-square, (1 - lost) * scaled(y));
  }

  /** erfc y · e^{y²}. */
  private static double scaled(double y) {
    double inverse = 1 / (y + 4);
    double t = (y - 4) * inverse;
    double error = Math.fma(-t, y, Math.fma(t + 1, -4, y));
    t = Math.fma(inverse, error, t);
    double p = Horner.at(SCALED, t);
    return p / (1 + 2 * y);
  }
}
