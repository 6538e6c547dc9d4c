package org.metricflows.numeric.internal.simd;

/** {@link ErrorFunctionKernel} over runs of arrays. */
final class ErrorFunctionPasses {

  private ErrorFunctionPasses() {}

  static void erf(double[] in, int inOffset, double[] out, int outOffset, int count) {
    if (count < Stages.SHORTEST) {
      for (int i = 0; i < count; i++) {
        out[outOffset + i] = ErrorFunctionKernel.erf(in[inOffset + i]);
      }
      return;
    }
    Stages s = Stages.ofThread();
    for (int from = 0; from < count; from += Stages.PIECE) {
      int n = Math.min(Stages.PIECE, count - from);
      s.load(in, inOffset + from, n);
      magnitudes(s.x, s.u, s.z, n);
      Horner.at(ErrorFunctionKernel.CENTRE, s.z, s.p, n);
      Horner.at(ErrorFunctionKernel.FLANK, s.u, s.z, n);
      s.fraction(s.z, n);
      s.powers(n);
      s.scaleExp(n);
      branches(s.u, s.p, s.q, n);
      finishErf(s.x, s.p, s.q, out, outOffset + from, n);
    }
  }

  private static void magnitudes(double[] x, double[] a, double[] square, int n) {
    for (int i = 0; i < n; i++) {
      double magnitude = Math.abs(x[i]);
      a[i] = magnitude;
      square[i] = magnitude * magnitude;
    }
  }

  private static void branches(double[] a, double[] p, double[] q, int n) {
    for (int i = 0; i < n; i++) {
      p[i] = Math.fma(a[i], p[i], a[i]);
      q[i] = 1 - q[i];
    }
  }

  private static void finishErf(
      double[] x, double[] centre, double[] flank, double[] out, int at, int n) {
    for (int i = 0; i < n; i++) {
      out[at + i] = ErrorFunctionKernel.joined(x[i], centre[i], flank[i]);
    }
  }

  static void normalCdf(double[] in, int inOffset, double[] out, int outOffset, int count) {
    if (count < Stages.SHORTEST) {
      for (int i = 0; i < count; i++) {
        out[outOffset + i] = ErrorFunctionKernel.normalCdf(in[inOffset + i]);
      }
      return;
    }
    Stages s = Stages.ofThread();
    for (int from = 0; from < count; from += Stages.PIECE) {
      int n = Math.min(Stages.PIECE, count - from);
      s.load(in, inOffset + from, n);
      ratios(s.x, s.u, n);
      Horner.at(ErrorFunctionKernel.SCALED, s.u, s.p, n);
      exponents(s.x, s.z, n);
      s.fraction(s.z, n);
      s.powers(n);
      s.scaleExp(n);
      tails(s.x, s.p, s.q, n);
      finishNormal(s.x, s.q, out, outOffset + from, n);
    }
  }

  private static void ratios(double[] x, double[] t, int n) {
    for (int i = 0; i < n; i++) {
      double y = ErrorFunctionKernel.ROOT_HALF * Math.abs(x[i]);
      double inverse = 1 / (y + 4);
      double ratio = (y - 4) * inverse;
      double error = Math.fma(-ratio, y, Math.fma(ratio + 1, -4, y));
      t[i] = Math.fma(inverse, error, ratio);
    }
  }

  private static void exponents(double[] x, double[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = -(0.5 * (x[i] * x[i]));
    }
  }

  private static void tails(double[] x, double[] p, double[] e, int n) {
    for (int i = 0; i < n; i++) {
      double y = ErrorFunctionKernel.ROOT_HALF * Math.abs(x[i]);
      double lost = 0.5 * Math.fma(x[i], x[i], -(x[i] * x[i]));
      e[i] = 0.5 * (Math.fma(-lost, e[i], e[i]) * (p[i] / (1 + 2 * y)));
    }
  }

  private static void finishNormal(double[] x, double[] tail, double[] out, int at, int n) {
    for (int i = 0; i < n; i++) {
      out[at + i] =
          Math.abs(x[i]) <= ErrorFunctionKernel.NORMAL_RANGE
              ? ErrorFunctionKernel.upper(x[i], tail[i])
              : ErrorFunctionKernel.normalCdf(x[i]);
    }
  }
}
