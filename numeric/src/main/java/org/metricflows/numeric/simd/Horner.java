package org.metricflows.numeric.simd;

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
}
