package org.metricflows.numeric.internal.regime;

import org.metricflows.numeric.internal.dense.Cholesky;
import org.metricflows.numeric.internal.kernel.JetKernel;
import org.metricflows.numeric.internal.kernel.KernelMatrix;

/**
 * The features of a frozen kernel over a sample: with K = C Cᵀ its Gram matrix over the jets that a
 * loss reads, φ(x) = C⁻¹ K(·, x), so that Σ_n φ_n(x) φ_n(x') is the kernel wherever the loss looks
 * and ‖f‖_Θ = |θ| for f = Σ_n θ_n φ_n. The least of a loss with the penalty λ‖f‖²_Θ lies in their
 * span.
 *
 * <p>Gram matrices of smooth kernels are singular to rounding: 1e-12 of its diagonal is added to K.
 *
 * @param carried ∂^α φ_n(x_a) at sample points, row α·N + a
 * @param test φ_n at test points
 * @param read the derivatives that the loss reads, row α·N + a: C
 */
public record KernelFeatures(KernelMatrix carried, KernelMatrix test, KernelMatrix read) {

  /**
   * The features.
   *
   * @param sample points, {@code [point][coordinate]}
   * @param carriedOrder of the jets to be known at sample points
   * @param readOrder of those that the loss reads, at most {@code carriedOrder}
   * @throws ArithmeticException if the Gram matrix is not positive beyond rounding
   */
  public static KernelFeatures of(
      JetKernel kernel, double[][] sample, double[][] test, int carriedOrder, int readOrder) {
    KernelMatrix gram = kernel.matrix(sample, readOrder, sample, readOrder);
    int n = gram.rows();
    ScaledGram scaled = ScaledGram.of(gram);
    double[] scale = scaled.scale();
    Cholesky factor = scaled.factor();
    KernelMatrix read = new KernelMatrix(n, n, rows(factor, scale), gram.errorEstimate());
    KernelMatrix carried =
        carriedOrder == readOrder
            ? read
            : solved(factor, scale, kernel.matrix(sample, carriedOrder, sample, readOrder));
    return new KernelFeatures(
        carried, solved(factor, scale, kernel.matrix(test, 0, sample, readOrder)), read);
  }

  /** The number of features. */
  public int count() {
    return read.columns();
  }

  /**
   * What f = Σ_n θ_n φ_n is as a sum over the kernel, f(x) = K(x, ·) S: the solution of Cᵀ S = θ.
   */
  public double[] sources(double[] theta) {
    int n = count();
    double[] sources = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double rest = theta[i];
      for (int j = i + 1; j < n; j++) {
        rest -= read.get(j, i) * sources[j];
      }
      sources[i] = rest / read.get(i, i);
    }
    return sources;
  }

  /** C, row-major. */
  private static double[] rows(Cholesky factor, double[] scale) {
    int n = scale.length;
    double[] rows = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        rows[i * n + j] = scale[i] * factor.get(i, j);
      }
    }
    return rows;
  }

  /** The rows k of a matrix as C⁻¹ k. */
  private static KernelMatrix solved(Cholesky factor, double[] scale, KernelMatrix matrix) {
    int n = scale.length;
    double[] values = matrix.values();
    for (int row = 0; row < matrix.rows(); row++) {
      for (int j = 0; j < n; j++) {
        values[row * n + j] /= scale[j];
      }
    }
    factor.forward(values, matrix.rows());
    return new KernelMatrix(matrix.rows(), n, values, matrix.errorEstimate());
  }
}
