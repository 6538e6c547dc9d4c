package org.metricflows.numeric.gradient;

import java.util.Arrays;
import org.metricflows.numeric.batch.JetSpace;
import org.metricflows.numeric.features.CosineFeatures;
import org.metricflows.numeric.flow.FlowStopException;
import org.metricflows.numeric.kernel.KernelMatrix;
import org.metricflows.numeric.network.JetLoss;
import org.metricflows.numeric.simd.Parallel;

/**
 * Gradient flow of the read-outs of fixed features φ_n, f_c(x) = Σ_n θ_cn φ_n(x) from θ = 0:
 *
 * <pre>
 *   dθ_cn/dt = −Σ_b Σ_β ∂^β φ_n(x_b) · ∂L/∂(∂^β f_c(x_b))
 * </pre>
 *
 * with a {@link Supermetric} before the features where one is wanted. The outputs' tangent kernel
 * is δ_cc' Σ_n φ_n(x) φ_n(x'). The state is θ, component by component.
 */
public final class FeatureFlow implements OutputFlow {
  private final int components;
  private final int points;
  private final JetSpace carried;
  private final CosineFeatures features;
  private final double[][] probe;
  private final Parallel parallel;

  /** From θ to −(jets at sample points, values at test points), and from sources to −θ. */
  private final FrozenKernel readOut;

  private final FrozenKernel training;
  private final LossSources sources;
  private final double[][] negative;
  private final double[] outputs;

  /** Where the network is looked at: {@code [point][coordinate]}. */
  public record Points(double[][] sample, double[][] test, double[][] probe) {}

  /**
   * @param components number of outputs, C
   * @param carried the jets to be known at sample points; at least those the loss reads
   * @param supermetric Ω, the identity for plain gradient flow
   */
  public FeatureFlow(
      int components,
      CosineFeatures features,
      Points where,
      JetSpace carried,
      JetLoss loss,
      Supermetric supermetric,
      Parallel parallel) {
    this.components = components;
    this.points = where.sample().length;
    this.carried = carried;
    this.features = features;
    this.probe = where.probe();
    this.parallel = parallel;
    KernelMatrix sample = features.jets(where.sample(), carried.order());
    this.readOut = FrozenKernel.of(sample, features.jets(where.test(), 0));
    KernelMatrix read =
        loss.order() == carried.order() ? sample : features.jets(where.sample(), loss.order());
    KernelMatrix none = new KernelMatrix(0, read.rows(), new double[0], 0);
    this.training = FrozenKernel.of(transposed(read), none);
    int jets = new JetSpace(carried.dimension(), loss.order()).size();
    this.sources = new LossSources(components, points, jets, loss, supermetric, parallel);
    this.negative = new double[components][features.width()];
    this.outputs = new double[components * readOut.rows()];
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
    return components * features.width();
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
      training.drift(sources.drive(c), yDot, c * features.width(), parallel);
    }
  }

  @Override
  public double loss(double[] y) {
    readOut(y);
    return sources.evaluate(outputs, readOut.rows());
  }

  private void readOut(double[] y) {
    for (int c = 0; c < components; c++) {
      double[] theta = negative[c];
      for (int n = 0; n < theta.length; n++) {
        theta[n] = -y[c * theta.length + n];
      }
      readOut.drift(theta, outputs, c * readOut.rows(), parallel);
    }
  }

  @Override
  public double gradientNormSquared(double[] y) throws FlowStopException {
    double[] yDot = new double[y.length];
    derivative(0, y, yDot);
    double[] plain = new double[y.length];
    double sum = 0;
    for (int c = 0; c < components; c++) {
      training.drift(sources.source(c), plain, c * features.width(), parallel);
    }
    for (int i = 0; i < y.length; i++) {
      sum += plain[i] * yDot[i];
    }
    return sum;
  }

  @Override
  public double[][] sampleJets(double[] y, int order) {
    readOut(y);
    int size = new JetSpace(carried.dimension(), order).size();
    double[][] columns = new double[components * size][];
    for (int c = 0; c < components; c++) {
      for (int alpha = 0; alpha < size; alpha++) {
        int from = c * readOut.rows() + alpha * points;
        columns[c * size + alpha] = Arrays.copyOfRange(outputs, from, from + points);
      }
    }
    return columns;
  }

  @Override
  public double[][] testValues(double[] y) {
    readOut(y);
    double[][] columns = new double[components][];
    for (int c = 0; c < components; c++) {
      int end = (c + 1) * readOut.rows();
      columns[c] = Arrays.copyOfRange(outputs, c * readOut.rows() + carried.size() * points, end);
    }
    return columns;
  }

  @Override
  public double[][] outputKernel(double[] y) {
    KernelMatrix values = features.jets(probe, 0);
    int size = probe.length * components;
    double[][] kernel = new double[size][size];
    for (int a = 0; a < probe.length; a++) {
      for (int b = 0; b < probe.length; b++) {
        double sum = 0;
        for (int n = 0; n < features.width(); n++) {
          sum += values.get(a, n) * values.get(b, n);
        }
        for (int c = 0; c < components; c++) {
          kernel[a * components + c][b * components + c] = sum;
        }
      }
    }
    return kernel;
  }
}
