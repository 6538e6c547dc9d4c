package org.metricflows.numeric.internal.gradient;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.network.JetLoss;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * The exact gradient flow of a loss where outputs are linear in what moves: at infinite width, of
 * fixed features, of any frozen kernel. It starts at f = 0.
 *
 * <p>A {@link Supermetric} acts on ∂L/∂(∂^β f_c(x_b)) before the {@link LinearModel} does.
 */
public final class LinearFlow implements OutputFlow {
  private final int components;
  private final int points;
  private final JetSpace carried;
  private final LinearModel model;
  private final double[][] probeKernel;
  private final LossSources sources;

  /**
   * @param model the outputs
   * @param components number of outputs, C
   * @param points number of sample points, N
   * @param carried the jets that are known at sample points; at least those the loss reads
   * @param supermetric Ω, the identity for plain gradient flow
   * @param probeKernel Θ_cc' over the probe points, rows and columns (point, output)
   */
  public LinearFlow(
      LinearModel model,
      int components,
      int points,
      JetSpace carried,
      JetLoss loss,
      Supermetric supermetric,
      double[][] probeKernel,
      Parallel parallel) {
    if (model.rows() < carried.size() * points) {
      throw new IllegalArgumentException(
          "model: " + model.rows() + " rows do not fit " + points + " points");
    }
    this.model = model;
    this.components = components;
    this.points = points;
    this.carried = carried;
    this.probeKernel = probeKernel;
    int jets = new JetSpace(carried.dimension(), loss.order()).size();
    this.sources = new LossSources(components, points, jets, loss, supermetric, parallel);
  }

  @Override
  public int dimension() {
    return model.dimension();
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
    model.descend(sources.drives(), yDot);
  }

  @Override
  public double loss(double[] y) {
    return sources.evaluate(model.outputs(y), model.rows());
  }

  /** −Σ ∂L/∂f · df/dt. */
  @Override
  public double gradientNormSquared(double[] y) throws FlowStopException {
    double[] yDot = new double[y.length];
    derivative(0, y, yDot);
    double[] change = model.outputs(yDot);
    double sum = 0;
    for (int c = 0; c < components; c++) {
      double[] source = sources.source(c);
      for (int k = 0; k < source.length; k++) {
        sum -= source[k] * change[c * model.rows() + k];
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
    double[] outputs = model.outputs(y);
    int size = new JetSpace(carried.dimension(), order).size();
    double[][] columns = new double[components * size][];
    for (int c = 0; c < components; c++) {
      for (int alpha = 0; alpha < size; alpha++) {
        int from = c * model.rows() + alpha * points;
        columns[c * size + alpha] = Arrays.copyOfRange(outputs, from, from + points);
      }
    }
    return columns;
  }

  @Override
  public double[][] testValues(double[] y) {
    double[] outputs = model.outputs(y);
    double[][] columns = new double[components][];
    for (int c = 0; c < components; c++) {
      int end = (c + 1) * model.rows();
      int from = c * model.rows() + carried.size() * points;
      columns[c] = Arrays.copyOfRange(outputs, from, end);
    }
    return columns;
  }
}
