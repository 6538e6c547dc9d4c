package org.metricflows.numeric.internal.simd;

/** {@link TrigKernel} over runs of arrays. */
final class TrigPasses {

  private TrigPasses() {}

  static void sin(double[] in, int inOffset, double[] out, int outOffset, int count) {
    if (count < Stages.SHORTEST) {
      for (int i = 0; i < count; i++) {
        out[outOffset + i] = TrigKernel.sin(in[inOffset + i]);
      }
      return;
    }
    Stages s = Stages.ofThread();
    for (int from = 0; from < count; from += Stages.PIECE) {
      int n = Math.min(Stages.PIECE, count - from);
      s.load(in, inOffset + from, n);
      both(s, n);
      finishSin(s.x, s.shifted, s.p, s.q, out, outOffset + from, n);
    }
  }

  static void cos(double[] in, int inOffset, double[] out, int outOffset, int count) {
    if (count < Stages.SHORTEST) {
      for (int i = 0; i < count; i++) {
        out[outOffset + i] = TrigKernel.cos(in[inOffset + i]);
      }
      return;
    }
    Stages s = Stages.ofThread();
    for (int from = 0; from < count; from += Stages.PIECE) {
      int n = Math.min(Stages.PIECE, count - from);
      s.load(in, inOffset + from, n);
      both(s, n);
      finishCos(s.x, s.shifted, s.p, s.q, out, outOffset + from, n);
    }
  }

  static void sincos(
      double[] in,
      int inOffset,
      double[] sin,
      int sinOffset,
      double[] cos,
      int cosOffset,
      int count) {
    if (count < Stages.SHORTEST) {
      for (int i = 0; i < count; i++) {
        double x = in[inOffset + i];
        sin[sinOffset + i] = TrigKernel.sin(x);
        cos[cosOffset + i] = TrigKernel.cos(x);
      }
      return;
    }
    Stages s = Stages.ofThread();
    for (int from = 0; from < count; from += Stages.PIECE) {
      int n = Math.min(Stages.PIECE, count - from);
      s.load(in, inOffset + from, n);
      both(s, n);
      finishSin(s.x, s.shifted, s.p, s.q, sin, sinOffset + from, n);
      finishCos(s.x, s.shifted, s.p, s.q, cos, cosOffset + from, n);
    }
  }

  /** p and q: sine and cosine of the reduced arguments. */
  private static void both(Stages s, int n) {
    reduce(s.x, s.shifted, s.r, s.z, n);
    Horner.at(TrigKernel.SINE, s.z, s.p, n);
    Horner.at(TrigKernel.COSINE, s.z, s.q, n);
    complete(s.r, s.z, s.p, s.q, n);
  }

  private static void reduce(double[] x, double[] shifted, double[] r, double[] z, int n) {
    for (int i = 0; i < n; i++) {
      double a = Math.abs(x[i]);
      double rounded = Math.fma(a, TrigKernel.TWO_OVER_PI, ExpKernel.ROUND);
      double minusK = ExpKernel.ROUND - rounded;
      double y = Math.fma(minusK, TrigKernel.HALF_PI_1, a);
      y = Math.fma(minusK, TrigKernel.HALF_PI_2, y);
      y = Math.fma(minusK, TrigKernel.HALF_PI_3, y);
      shifted[i] = rounded;
      r[i] = y;
      z[i] = y * y;
    }
  }

  private static void complete(double[] r, double[] z, double[] p, double[] q, int n) {
    for (int i = 0; i < n; i++) {
      p[i] = Math.fma(r[i] * z[i], p[i], r[i]);
      double half = 0.5 * z[i];
      double w = 1 - half;
      q[i] = w + Math.fma(z[i] * z[i], q[i], (1 - w) - half);
    }
  }

  private static void finishSin(
      double[] x, double[] shifted, double[] sine, double[] cosine, double[] out, int at, int n) {
    for (int i = 0; i < n; i++) {
      out[at + i] =
          Math.abs(x[i]) <= TrigKernel.FAST_RANGE
              ? TrigKernel.turnedSine(x[i], shifted[i], sine[i], cosine[i])
              : Math.sin(x[i]);
    }
  }

  private static void finishCos(
      double[] x, double[] shifted, double[] sine, double[] cosine, double[] out, int at, int n) {
    for (int i = 0; i < n; i++) {
      out[at + i] =
          Math.abs(x[i]) <= TrigKernel.FAST_RANGE
              ? TrigKernel.turnedCosine(shifted[i], sine[i], cosine[i])
              : Math.cos(x[i]);
    }
  }
}
