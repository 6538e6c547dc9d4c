package org.metricflows.numeric.internal.simd;

/** {@link LogKernel} over runs of arrays. */
final class LogPasses {

  private LogPasses() {}

  static void log(double[] in, int inOffset, double[] out, int outOffset, int count) {
    if (count < Stages.SHORTEST) {
      for (int i = 0; i < count; i++) {
        out[outOffset + i] = LogKernel.log(in[inOffset + i]);
      }
      return;
    }
    Stages s = Stages.ofThread();
    for (int from = 0; from < count; from += Stages.PIECE) {
      int n = Math.min(Stages.PIECE, count - from);
      s.load(in, inOffset + from, n);
      logarithm(s, s.x, n);
      finishLog(s.x, s.q, out, outOffset + from, n);
    }
  }

  private static void finishLog(double[] x, double[] log, double[] out, int at, int n) {
    for (int i = 0; i < n; i++) {
      out[at + i] = LogKernel.inRange(x[i]) ? log[i] : LogKernel.log(x[i]);
    }
  }

  static void log1p(double[] in, int inOffset, double[] out, int outOffset, int count) {
    if (count < Stages.SHORTEST) {
      for (int i = 0; i < count; i++) {
        out[outOffset + i] = LogKernel.log1p(in[inOffset + i]);
      }
      return;
    }
    Stages s = Stages.ofThread();
    for (int from = 0; from < count; from += Stages.PIECE) {
      int n = Math.min(Stages.PIECE, count - from);
      s.load(in, inOffset + from, n);
      onePlus(s.x, s.u, n);
      logarithm(s, s.u, n);
      addLost(s.x, s.u, s.q, n);
      finishLog1p(s.x, s.q, out, outOffset + from, n);
    }
  }

  private static void onePlus(double[] x, double[] u, int n) {
    for (int i = 0; i < n; i++) {
      u[i] = 1 + x[i];
    }
  }

  private static void addLost(double[] x, double[] u, double[] log, int n) {
    for (int i = 0; i < n; i++) {
      log[i] = log[i] + (x[i] - (u[i] - 1)) / u[i];
    }
  }

  private static void finishLog1p(double[] x, double[] log, double[] out, int at, int n) {
    for (int i = 0; i < n; i++) {
      out[at + i] =
          LogKernel.inLog1pRange(x[i]) ? ExpKernel.withSign(log[i], x[i]) : LogKernel.log1p(x[i]);
    }
  }

  /**
   * q = log y, by way of k in {@code shifted}, f in {@code r}, s in {@code p} and s² in {@code z}.
   */
  private static void logarithm(Stages s, double[] y, int n) {
    split(y, s.shifted, s.r, n);
    squares(s.r, s.p, s.z, n);
    Horner.at(LogKernel.LOG, s.z, s.q, n);
    sum(s.shifted, s.r, s.p, s.z, s.q, n);
  }

  private static void split(double[] y, double[] k, double[] f, int n) {
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(y[i]);
      long stepped = bits + LogKernel.STEP_AT_ROOT_HALF;
      k[i] = LogKernel.exponent(stepped);
      f[i] = LogKernel.mantissa(bits, stepped) - 1;
    }
  }

  private static void squares(double[] f, double[] s, double[] z, int n) {
    for (int i = 0; i < n; i++) {
      double ratio = f[i] / (2 + f[i]);
      s[i] = ratio;
      z[i] = ratio * ratio;
    }
  }

  private static void sum(double[] k, double[] f, double[] s, double[] z, double[] p, int n) {
    for (int i = 0; i < n; i++) {
      double half = 0.5 * f[i] * f[i];
      double tail = Math.fma(s[i], z[i] * p[i] + half, k[i] * ExpKernel.LN2_LOW);
      p[i] = Math.fma(k[i], ExpKernel.LN2_HIGH, f[i] - (half - tail));
    }
  }
}
