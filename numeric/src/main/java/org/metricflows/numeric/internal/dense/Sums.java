package org.metricflows.numeric.internal.dense;

/** Sums over parts of arrays, in an order of their own that never changes. */
final class Sums {

  private static final int LANES = 8;

  private Sums() {}

  /** x·y, by eight interleaved sums, which the compiler can keep in flight together. */
  static double dot(double[] x, int xFrom, double[] y, int yFrom, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int whole = length - length % LANES;
    for (int i = 0; i < whole; i += LANES) {
      s0 = Math.fma(x[xFrom + i], y[yFrom + i], s0);
      s1 = Math.fma(x[xFrom + i + 1], y[yFrom + i + 1], s1);
      s2 = Math.fma(x[xFrom + i + 2], y[yFrom + i + 2], s2);
      s3 = Math.fma(x[xFrom + i + 3], y[yFrom + i + 3], s3);
      s4 = Math.fma(x[xFrom + i + 4], y[yFrom + i + 4], s4);
      s5 = Math.fma(x[xFrom + i + 5], y[yFrom + i + 5], s5);
      s6 = Math.fma(x[xFrom + i + 6], y[yFrom + i + 6], s6);
      s7 = Math.fma(x[xFrom + i + 7], y[yFrom + i + 7], s7);
    }
    double sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    for (int i = whole; i < length; i++) {
      sum = Math.fma(x[xFrom + i], y[yFrom + i], sum);
    }
    return sum;
  }

  /** y += a x. */
  static void add(double a, double[] x, int xFrom, double[] y, int yFrom, int length) {
    for (int i = 0; i < length; i++) {
      y[yFrom + i] = Math.fma(a, x[xFrom + i], y[yFrom + i]);
    }
  }
}
