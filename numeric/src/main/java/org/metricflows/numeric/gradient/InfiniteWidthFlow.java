package org.metricflows.numeric.gradient;

import java.util.Arrays;
import org.metricflows.numeric.batch.JetSpace;
import org.metricflows.numeric.flow.FlowStopException;
import org.metricflows.numeric.network.JetLoss;
import org.metricflows.numeric.simd.Parallel;

/**
 * The exact gradient flow of a loss at infinite width, closed on the jets of the sample points.
 *
 * <pre>
 *   d(∂^α f_c(x_a))/dt = −Σ_b Σ_β ∂_x^α ∂_x'^β Θ(x_a, x_b) · ∂L/∂(∂^β f_c(x_b)),      f_c(x, 0) = 0
 * </pre>
 *
 * <p>The kernel Θ is frozen and diagonal in the output components c. A {@link Supermetric} acts on
 * ∂L/∂(∂^β f_c(x_b)) before the kernel does. Test points are carried along by their kernel rows.
 * State, component by component:
 *
 * <pre>
 *   | f_c: N values | ∂₁f_c: N | … | ∂_dd f_c: N | f_c at T test points |
 * </pre>
 *
 * <p>Source: Halverson and Ruehle, arXiv 2310.19870, the metric flow equation at frozen kernel, for
 * a measure that is a finite sum of points.
 */
public final class InfiniteWidthFlow implements OutputFlow {
  private final int components;
  private final int points;
  private final JetSpace carried;
  private final FrozenKernel kernel;
  private final double[][] probeKernel;
  private final Parallel parallel;
  private final LossSources sources;

  /**
   * @param components number of network outputs, C
   * @param points number of sample points, N
   * @param carried the jets that the state holds at sample points; at least those the loss reads
   * @param probeKernel Θ_cc' over the probe points, rows and columns (point, output)
   * @param supermetric Ω, the identity for plain gradient flow
   * @param kernel with {@code carried.size()·N + T} rows and a source for each jet the loss reads
   */
  public InfiniteWidthFlow(
      int components,
      int points,
      JetSpace carried,
      FrozenKernel kernel,
      JetLoss loss,
      Supermetric supermetric,
      double[][] probeKernel,
      Parallel parallel) {
    this.components = components;
    this.points = points;
    this.carried = carried;
    this.kernel = kernel;
    this.probeKernel = probeKernel;
    this.parallel = parallel;
    int sourceJets = new JetSpace(carried.dimension(), loss.order()).size();
    if (kernel.sources() != sourceJets * points || kernel.rows() < carried.size() * points) {
      throw new IllegalArgumentException(
          "kernel: "
              + kernel.rows()
              + "×"
              + kernel.sources()
              + " does not fit "
              + points
              + " points");
    }
    this.sources = new LossSources(components, points, sourceJets, loss, supermetric, parallel);
  }

  @Override
  public int dimension() {
    return components * kernel.rows();
  }

  @Override
  public double[] initialState() {
    return new double[dimension()];
  }

  @Override
  public void derivative(double t, double[] y, double[] yDot) throws FlowStopException {
    double value = loss(y);
    if (!Double.isFinite(value)) {
      throw new FlowStopException("the loss is not finite");
    }
    for (int c = 0; c < components; c++) {
      kernel.drift(sources.drive(c), yDot, c * kernel.rows(), parallel);
    }
  }

  @Override
  public double loss(double[] y) {
    return sources.evaluate(y, kernel.rows());
  }

  @Override
  public double gradientNormSquared(double[] y) throws FlowStopException {
    double[] yDot = new double[y.length];
    derivative(0, y, yDot);
    double sum = 0;
    for (int c = 0; c < components; c++) {
      double[] source = sources.source(c);
      for (int k = 0; k < source.length; k++) {
        sum -= source[k] * yDot[c * kernel.rows() + k];
      }
    }
    return sum;
  }

  @Override
  public double[][] outputKernel(double[] y) {
    return Arrays.stream(probeKernel).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[][] sampleJets(double[] y, int order) {
    int size = new JetSpace(carried.dimension(), order).size();
    double[][] columns = new double[components * size][points];
    for (int c = 0; c < components; c++) {
      for (int alpha = 0; alpha < size; alpha++) {
        int from = c * kernel.rows() + alpha * points;
        System.arraycopy(y, from, columns[c * size + alpha], 0, points);
      }
    }
    return columns;
  }

  @Override
  public double[][] testValues(double[] y) {
    int from = carried.size() * points;
    double[][] columns = new double[components][kernel.rows() - from];
    for (int c = 0; c < components; c++) {
      System.arraycopy(y, c * kernel.rows() + from, columns[c], 0, columns[c].length);
    }
    return columns;
  }
}
