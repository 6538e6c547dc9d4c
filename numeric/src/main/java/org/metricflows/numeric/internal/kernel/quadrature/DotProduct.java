package org.metricflows.numeric.internal.kernel.quadrature;

/** Σ a_n b_n, in four interleaved sums so that additions need not wait for each other. */
final class DotProduct {

  private DotProduct() {}

  static double of(double[] a, double[] b, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int n = 0;
    for (; n + 3 < length; n += 4) {
      s0 = Math.fma(a[n], b[n], s0);
      s1 = Math.fma(a[n + 1], b[n + 1], s1);
      s2 = Math.fma(a[n + 2], b[n + 2], s2);
      s3 = Math.fma(a[n + 3], b[n + 3], s3);
    }
    for (; n < length; n++) {
      s0 = Math.fma(a[n], b[n], s0);
    }
    return (s0 + s1) + (s2 + s3);
  }
}
