package org.metricflows.numeric.internal.regime;

import org.metricflows.numeric.internal.dense.Cholesky;
import org.metricflows.numeric.internal.kernel.KernelMatrix;

/**
 * A Gram matrix K by the Cholesky factor of D⁻¹KD⁻¹ + 1e-12 n, D² its diagonal: Gram matrices of
 * smooth kernels are singular to rounding.
 *
 * @param scale D
 * @param factor of the scaled matrix
 */
record ScaledGram(double[] scale, Cholesky factor) {
  private static final double NUGGET = 1e-12;

  /**
   * Factors a matrix with positive diagonal.
   *
   * @throws ArithmeticException if it is not positive beyond rounding
   */
  static ScaledGram of(KernelMatrix gram) {
    int n = gram.rows();
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = Math.sqrt(gram.get(i, i));
    }
    double[] unit = new double[Math.multiplyExact(n, n)];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        unit[i * n + j] = gram.get(i, j) / (scale[i] * scale[j]);
      }
      unit[i * n + i] += NUGGET * n;
    }
    Cholesky factor = Cholesky.factorIn(n, unit);
    if (factor == null) {
      throw new ArithmeticException("the kernel's matrix over the sample is not positive");
    }
    return new ScaledGram(scale, factor);
  }
}
