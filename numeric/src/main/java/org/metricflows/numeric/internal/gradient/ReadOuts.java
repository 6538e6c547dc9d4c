package org.metricflows.numeric.internal.gradient;

import org.metricflows.numeric.internal.kernel.KernelMatrix;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * Read-outs θ of fixed features φ_n, f_c(x) = Σ_n θ_cn φ_n(x):
 *
 * <pre>
 *   dθ_cn/dt = −Σ_b Σ_β ∂^β φ_n(x_b) · ∂L/∂(∂^β f_c(x_b))
 * </pre>
 *
 * <p>The outputs' tangent kernel is δ_cc' Σ_n φ_n(x) φ_n(x'). What moves is θ, output by output.
 */
public final class ReadOuts implements LinearModel {
  private final int width;
  private final Parallel parallel;

  /** From θ to −(jets at sample points, values at test points), and from sources to −θ. */
  private final FrozenKernel readOut;

  private final FrozenKernel training;
  private final double[][] negative;
  private final double[] outputs;

  /**
   * Features by their jets: row α·N + a of column n is ∂^α φ_n(x_a).
   *
   * @param outputs how many
   * @param carried the jets to be known at sample points, at least the loss's
   * @param test the values at test points
   * @param read the jets that the loss reads at sample points
   */
  public ReadOuts(
      int outputs, KernelMatrix carried, KernelMatrix test, KernelMatrix read, Parallel parallel) {
    this.width = carried.columns();
    this.parallel = parallel;
    this.readOut = FrozenKernel.of(carried, test);
    KernelMatrix none = new KernelMatrix(0, read.rows(), new double[0], 0);
    this.training = FrozenKernel.of(transposed(read), none);
    this.negative = new double[outputs][width];
    this.outputs = new double[outputs * readOut.rows()];
  }

  private static KernelMatrix transposed(KernelMatrix matrix) {
    double[] values = new double[matrix.values().length];
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        values[j * matrix.rows() + i] = matrix.get(i, j);
      }
    }
    return new KernelMatrix(matrix.columns(), matrix.rows(), values, 0);
  }

  @Override
  public int dimension() {
    return negative.length * width;
  }

  @Override
  public int rows() {
    return readOut.rows();
  }

  @Override
  public double[] outputs(double[] y) {
    for (int c = 0; c < negative.length; c++) {
      double[] theta = negative[c];
      for (int n = 0; n < width; n++) {
        theta[n] = -y[c * width + n];
      }
      readOut.drift(theta, outputs, c * readOut.rows(), parallel);
    }
    return outputs;
  }

  @Override
  public void descend(double[][] drives, double[] yDot) {
    for (int c = 0; c < negative.length; c++) {
      training.drift(drives[c], yDot, c * width, parallel);
    }
  }
}
