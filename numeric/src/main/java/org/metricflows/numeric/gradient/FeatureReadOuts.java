package org.metricflows.numeric.gradient;

import org.metricflows.numeric.features.CosineFeatures;
import org.metricflows.numeric.kernel.KernelMatrix;
import org.metricflows.numeric.simd.Parallel;

/**
 * Read-outs θ of fixed features φ_n, f_c(x) = Σ_n θ_cn φ_n(x):
 *
 * <pre>
 *   dθ_cn/dt = −Σ_b Σ_β ∂^β φ_n(x_b) · ∂L/∂(∂^β f_c(x_b))
 * </pre>
 *
 * <p>The outputs' tangent kernel is δ_cc' Σ_n φ_n(x) φ_n(x'). What moves is θ, output by output.
 */
public final class FeatureReadOuts implements LinearModel {
  private final int width;
  private final Parallel parallel;

  /** From θ to −(jets at sample points, values at test points), and from sources to −θ. */
  private final FrozenKernel readOut;

  private final FrozenKernel training;
  private final double[][] negative;
  private final double[] outputs;

  /**
   * @param outputs how many
   * @param sample points, {@code [point][coordinate]}
   * @param test points, {@code [point][coordinate]}
   * @param carried the order of the jets to be known at sample points, at least the loss's
   * @param read the order of the jets that the loss reads
   */
  public FeatureReadOuts(
      int outputs,
      CosineFeatures features,
      double[][] sample,
      double[][] test,
      int carried,
      int read,
      Parallel parallel) {
    this.width = features.width();
    this.parallel = parallel;
    KernelMatrix jets = features.jets(sample, carried);
    this.readOut = FrozenKernel.of(jets, features.jets(test, 0));
    KernelMatrix sources = read == carried ? jets : features.jets(sample, read);
    KernelMatrix none = new KernelMatrix(0, sources.rows(), new double[0], 0);
    this.training = FrozenKernel.of(transposed(sources), none);
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
