package org.metricflows.numeric.internal.simd;

/** {@link ExpKernel} over runs of arrays. */
final class ExpPasses {

  private ExpPasses() {}

  static void exp(double[] in, int inOffset, double[] out, int outOffset, int count) {
    if (count < Stages.SHORTEST) {
      for (int i = 0; i < count; i++) {
        out[outOffset + i] = ExpKernel.exp(in[inOffset + i]);
      }
      return;
    }
    Stages s = Stages.ofThread();
    for (int from = 0; from < count; from += Stages.PIECE) {
      int n = Math.min(Stages.PIECE, count - from);
      s.load(in, inOffset + from, n);
      s.fraction(s.x, n);
      finishExp(s.x, s.shifted, s.q, out, outOffset + from, n);
    }
  }

  private static void finishExp(
      double[] x, double[] shifted, double[] q, double[] out, int at, int n) {
    for (int i = 0; i < n; i++) {
      out[at + i] =
          Math.abs(x[i]) <= ExpKernel.FAST_RANGE
              ? (1 + q[i]) * ExpKernel.power(shifted[i])
              : ExpKernel.exp(x[i]);
    }
  }

  static void expm1(double[] in, int inOffset, double[] out, int outOffset, int count) {
    if (count < Stages.SHORTEST) {
      for (int i = 0; i < count; i++) {
        out[outOffset + i] = ExpKernel.expm1(in[inOffset + i]);
      }
      return;
    }
    Stages s = Stages.ofThread();
    for (int from = 0; from < count; from += Stages.PIECE) {
      int n = Math.min(Stages.PIECE, count - from);
      s.load(in, inOffset + from, n);
      s.fraction(s.x, n);
      s.powers(n);
      s.scaleExpm1(n);
      finishExpm1(s.x, s.q, out, outOffset + from, n);
    }
  }

  private static void finishExpm1(double[] x, double[] q, double[] out, int at, int n) {
    for (int i = 0; i < n; i++) {
      out[at + i] =
          Math.abs(x[i]) <= ExpKernel.FAST_RANGE
              ? ExpKernel.withSign(q[i], x[i])
              : Math.expm1(x[i]);
    }
  }

  static void tanh(double[] in, int inOffset, double[] out, int outOffset, int count) {
    if (count < Stages.SHORTEST) {
      for (int i = 0; i < count; i++) {
        out[outOffset + i] = ExpKernel.tanh(in[inOffset + i]);
      }
      return;
    }
    Stages s = Stages.ofThread();
    for (int from = 0; from < count; from += Stages.PIECE) {
      int n = Math.min(Stages.PIECE, count - from);
      s.load(in, inOffset + from, n);
      doubledMagnitude(s.x, s.u, n);
      s.fraction(s.u, n);
      s.powers(n);
      s.scaleExpm1(n);
      quotient(s.q, n);
      finishTanh(s.x, s.q, out, outOffset + from, n);
    }
  }

  private static void doubledMagnitude(double[] x, double[] u, int n) {
    for (int i = 0; i < n; i++) {
      double a = Math.abs(x[i]);
      u[i] = a + a;
    }
  }

  private static void quotient(double[] q, int n) {
    for (int i = 0; i < n; i++) {
      q[i] = q[i] / (q[i] + 2);
    }
  }

  private static void finishTanh(double[] x, double[] q, double[] out, int at, int n) {
    for (int i = 0; i < n; i++) {
      double value = Math.abs(x[i]) > ExpKernel.TANH_SATURATION ? 1 : q[i];
      out[at + i] = ExpKernel.withSign(value, x[i]);
    }
  }

  static void sigmoid(double[] in, int inOffset, double[] out, int outOffset, int count) {
    if (count < Stages.SHORTEST) {
      for (int i = 0; i < count; i++) {
        out[outOffset + i] = ExpKernel.sigmoid(in[inOffset + i]);
      }
      return;
    }
    Stages s = Stages.ofThread();
    for (int from = 0; from < count; from += Stages.PIECE) {
      int n = Math.min(Stages.PIECE, count - from);
      s.load(in, inOffset + from, n);
      negative(s.x, s.u, n);
      s.fraction(s.u, n);
      s.powers(n);
      s.scaleExp(n);
      reciprocal(s.q, n);
      finishSigmoid(s.x, s.q, out, outOffset + from, n);
    }
  }

  private static void negative(double[] x, double[] u, int n) {
    for (int i = 0; i < n; i++) {
      u[i] = -x[i];
    }
  }

  private static void reciprocal(double[] q, int n) {
    for (int i = 0; i < n; i++) {
      q[i] = 1 / (1 + q[i]);
    }
  }

  private static void finishSigmoid(double[] x, double[] q, double[] out, int at, int n) {
    for (int i = 0; i < n; i++) {
      out[at + i] = Math.abs(x[i]) <= ExpKernel.FAST_RANGE ? q[i] : ExpKernel.sigmoid(x[i]);
    }
  }
}
