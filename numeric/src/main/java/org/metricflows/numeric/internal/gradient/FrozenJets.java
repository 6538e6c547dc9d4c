package org.metricflows.numeric.internal.gradient;

import org.metricflows.numeric.internal.simd.Parallel;

/**
 * The outputs at infinite width, closed on their jets at the sample points:
 *
 * <pre>
 *   d(∂^α f_c(x_a))/dt = −Σ_b Σ_β ∂_x^α ∂_x'^β Θ(x_a, x_b) · ∂L/∂(∂^β f_c(x_b))
 * </pre>
 *
 * <p>The kernel Θ is frozen and diagonal in the outputs c. Test points are carried along by their
 * kernel rows. What moves are the outputs themselves, output by output:
 *
 * <pre>
 *   | f_c: N values | ∂₁f_c: N | … | ∂_dd f_c: N | f_c at T test points |
 * </pre>
 *
 * <p>Source: Halverson and Ruehle, arXiv 2310.19870, the metric flow equation at frozen kernel, for
 * a measure that is a finite sum of points.
 */
public final class FrozenJets implements LinearModel {
  private final int outputs;
  private final FrozenKernel kernel;
  private final Parallel parallel;

  /**
   * @param outputs how many
   * @param kernel with a row for each entry of one output
   */
  public FrozenJets(int outputs, FrozenKernel kernel, Parallel parallel) {
    this.outputs = outputs;
    this.kernel = kernel;
    this.parallel = parallel;
  }

  @Override
  public int dimension() {
    return outputs * kernel.rows();
  }

  @Override
  public int rows() {
    return kernel.rows();
  }

  @Override
  public double[] outputs(double[] y) {
    return y;
  }

  @Override
  public void descend(double[][] drives, double[] yDot) {
    for (int c = 0; c < outputs; c++) {
      kernel.drift(drives[c], yDot, c * kernel.rows(), parallel);
    }
  }
}
