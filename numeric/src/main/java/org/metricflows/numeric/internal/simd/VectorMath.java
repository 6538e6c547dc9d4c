package org.metricflows.numeric.internal.simd;

/**
 * Elementary and error functions over runs of arrays, and their twins for one number.
 *
 * <p>Every array pass gives each element exactly the bits of its scalar twin: whatever the
 * element's position, the number of lanes, and whether the vector module is there or not. Worst
 * errors measured in the tests: 1 ulp for {@code exp}, 1.3 ulp for {@code log}, {@code sin}, {@code
 * cos}, 1.5 ulp for {@code erf}, 2.5 ulp for {@code tanh}, and less than 3 ulp for the rest.
 * Special values are those of {@link Math}.
 *
 * <p>In all passes {@code out[outOffset + i] = f(in[inOffset + i])} for {@code 0 ≤ i < count}; the
 * two runs must be the same or disjoint. An {@link IndexOutOfBoundsException} is thrown where a run
 * leaves its array.
 */
public final class VectorMath {

  private VectorMath() {}

  /** eˣ. */
  public static double exp(double x) {
    return ExpKernel.exp(x);
  }

  /** eˣ. */
  public static void exp(double[] in, int inOffset, double[] out, int outOffset, int count) {
    ExpPasses.exp(in, inOffset, out, outOffset, count);
  }

  /** eˣ − 1. */
  public static double expm1(double x) {
    return ExpKernel.expm1(x);
  }

  /** eˣ − 1. */
  public static void expm1(double[] in, int inOffset, double[] out, int outOffset, int count) {
    ExpPasses.expm1(in, inOffset, out, outOffset, count);
  }

  /** tanh x. */
  public static double tanh(double x) {
    return ExpKernel.tanh(x);
  }

  /** tanh x. */
  public static void tanh(double[] in, int inOffset, double[] out, int outOffset, int count) {
    ExpPasses.tanh(in, inOffset, out, outOffset, count);
  }

  /** sinh x. */
  public static double sinh(double x) {
    return ExpKernel.sinh(x);
  }

  /** sinh x. */
  public static void sinh(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = ExpKernel.sinh(in[inOffset + i]);
    }
  }

  /** cosh x. */
  public static double cosh(double x) {
    return ExpKernel.cosh(x);
  }

  /** cosh x. */
  public static void cosh(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = ExpKernel.cosh(in[inOffset + i]);
    }
  }

  /** 1/(1 + e⁻ˣ). */
  public static double sigmoid(double x) {
    return ExpKernel.sigmoid(x);
  }

  /** 1/(1 + e⁻ˣ). */
  public static void sigmoid(double[] in, int inOffset, double[] out, int outOffset, int count) {
    ExpPasses.sigmoid(in, inOffset, out, outOffset, count);
  }

  /** log x. */
  public static double log(double x) {
    return LogKernel.log(x);
  }

  /** log x. */
  public static void log(double[] in, int inOffset, double[] out, int outOffset, int count) {
    LogPasses.log(in, inOffset, out, outOffset, count);
  }

  /** log(1 + x). */
  public static double log1p(double x) {
    return LogKernel.log1p(x);
  }

  /** log(1 + x). */
  public static void log1p(double[] in, int inOffset, double[] out, int outOffset, int count) {
    LogPasses.log1p(in, inOffset, out, outOffset, count);
  }

  /** sin x. */
  public static double sin(double x) {
    return TrigKernel.sin(x);
  }

  /** sin x. */
  public static void sin(double[] in, int inOffset, double[] out, int outOffset, int count) {
    TrigPasses.sin(in, inOffset, out, outOffset, count);
  }

  /** cos x. */
  public static double cos(double x) {
    return TrigKernel.cos(x);
  }

  /** cos x. */
  public static void cos(double[] in, int inOffset, double[] out, int outOffset, int count) {
    TrigPasses.cos(in, inOffset, out, outOffset, count);
  }

  /** erf x. */
  public static double erf(double x) {
    return ErrorFunctionKernel.erf(x);
  }

  /** erf x. */
  public static void erf(double[] in, int inOffset, double[] out, int outOffset, int count) {
    ErrorFunctionPasses.erf(in, inOffset, out, outOffset, count);
  }

  /** erfc x = 1 − erf x, with relative accuracy in its tail. */
  public static double erfc(double x) {
    return ErrorFunctionKernel.erfc(x);
  }

  /** erfc x = 1 − erf x, with relative accuracy in its tail. */
  public static void erfc(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = ErrorFunctionKernel.erfc(in[inOffset + i]);
    }
  }

  /** Φ(x), the standard normal distribution function, with relative accuracy in its tail. */
  public static double normalCdf(double x) {
    return ErrorFunctionKernel.normalCdf(x);
  }

  /** Φ(x), the standard normal distribution function, with relative accuracy in its tail. */
  public static void normalCdf(double[] in, int inOffset, double[] out, int outOffset, int count) {
    ErrorFunctionPasses.normalCdf(in, inOffset, out, outOffset, count);
  }

  /** sin x and cos x at once. */
  public static void sincos(
      double[] in,
      int inOffset,
      double[] sin,
      int sinOffset,
      double[] cos,
      int cosOffset,
      int count) {
    TrigPasses.sincos(in, inOffset, sin, sinOffset, cos, cosOffset, count);
  }

  /** arcsin x, by {@link Math}. */
  public static double asin(double x) {
    return Math.asin(x);
  }

  /** arcsin x, by {@link Math}. */
  public static void asin(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = Math.asin(in[inOffset + i]);
    }
  }

  /** arccos x, by {@link Math}. */
  public static double acos(double x) {
    return Math.acos(x);
  }

  /** arccos x, by {@link Math}. */
  public static void acos(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = Math.acos(in[inOffset + i]);
    }
  }

  /** arctan x, by {@link Math}. */
  public static double atan(double x) {
    return Math.atan(x);
  }

  /** arctan x, by {@link Math}. */
  public static void atan(double[] in, int inOffset, double[] out, int outOffset, int count) {
    for (int i = 0; i < count; i++) {
      out[outOffset + i] = Math.atan(in[inOffset + i]);
    }
  }
}
