package org.metricflows.numeric.internal.simd;

import java.util.Arrays;

/** Polynomials from their coefficients, the constant one first. */
final class Horner {

  private Horner() {}

  static double at(double[] coefficients, double x) {
    int j = coefficients.length - 1;
    double sum = coefficients[j];
    while (--j >= 0) {
      sum = Math.fma(sum, x, coefficients[j]);
    }
    return sum;
  }

  /** The same for n numbers at once, four coefficients to a sweep. */
  static void at(double[] coefficients, double[] x, double[] sum, int n) {
    int j = coefficients.length - 1;
    Arrays.fill(sum, 0, n, coefficients[j]);
    for (; j % 4 != 0; j--) {
      one(coefficients[j - 1], x, sum, n);
    }
    for (; j > 0; j -= 4) {
      four(
          coefficients[j - 1],
          coefficients[j - 2],
          coefficients[j - 3],
          coefficients[j - 4],
          x,
          sum,
          n);
    }
  }

  private static void one(double c, double[] x, double[] sum, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] = Math.fma(sum[i], x[i], c);
    }
  }

  private static void four(
      double c3, double c2, double c1, double c0, double[] x, double[] sum, int n) {
    for (int i = 0; i < n; i++) {
      double p = Math.fma(sum[i], x[i], c3);
      p = Math.fma(p, x[i], c2);
      p = Math.fma(p, x[i], c1);
      sum[i] = Math.fma(p, x[i], c0);
    }
  }
}
