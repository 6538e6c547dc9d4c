package org.metricflows.numeric.internal.training;

/** Sums over long vectors, in an order of their own that never changes. */
final class Vectors {

  private static final int LANES = 8;

  private Vectors() {}

  /** x·y, by eight interleaved sums, which the compiler can keep in flight together. */
  static double dot(double[] x, double[] y) {
    double[] sums = new double[LANES];
    int end = x.length - x.length % LANES;
    for (int i = 0; i < end; i += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        sums[lane] = Math.fma(x[i + lane], y[i + lane], sums[lane]);
      }
    }
    double sum = 0;
    for (double part : sums) {
      sum += part;
    }
    for (int i = end; i < x.length; i++) {
      sum = Math.fma(x[i], y[i], sum);
    }
    return sum;
  }

  /** x + a y. */
  static double[] plus(double[] x, double a, double[] y) {
    double[] sum = new double[x.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.fma(a, y[i], x[i]);
    }
    return sum;
  }

  /** x += a y. */
  static void add(double a, double[] y, double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.fma(a, y[i], x[i]);
    }
  }

  /** a x. */
  static double[] times(double a, double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = a * x[i];
    }
    return product;
  }
}
