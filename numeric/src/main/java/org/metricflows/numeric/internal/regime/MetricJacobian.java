package org.metricflows.numeric.internal.regime;

import java.util.Arrays;
import org.metricflows.numeric.internal.dense.GramMatrix;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.network.JetResiduals;

/**
 * Derivatives of the metric's components ∂_a∂_b̄φ by the parameters of a potential: J = ∂h/∂θ, and
 * the metric tangent kernel Θ = J Jᵀ of a finite network.
 *
 * <p>Not thread-safe, as the model is not.
 */
public final class MetricJacobian {

  private final JetModel model;
  private final int first;
  private final int components;

  /**
   * @param model with one output, on Hermitian jets
   */
  public MetricJacobian(JetModel model) {
    this.model = model;
    this.first = 1 + model.inputs().basis().firsts();
    this.components = model.inputs().basis().size() - first;
  }

  /** Number of components of the metric. */
  public int components() {
    return components;
  }

  /** Number of parameters. */
  public int parameters() {
    return model.shape().parameters();
  }

  /**
   * The derivatives of one number a point, a combination c of the components there: rows ∂(c·h)/∂θ,
   * one a point.
   *
   * @param covectors c, {@code [component][position in the batch]}
   * @param rows receives them
   */
  public void rows(double[] theta, Batch batch, double[][] covectors, double[] rows) {
    rows(theta, batch, new double[][][] {covectors}, rows);
  }

  /**
   * The Gram matrix of components in frames: row i·N + a is Σ_j M_ij(a) h_j(x_a), N points.
   *
   * @param frames M, {@code [i][j][position in the batch]}
   */
  public double[] gram(double[] theta, Batch batch, double[][][] frames) {
    int size = frames.length * batch.count();
    double[] rows = new double[Math.multiplyExact(size, parameters())];
    rows(theta, batch, frames, rows);
    double[] gram = new double[Math.multiplyExact(size, size)];
    GramMatrix.ofRows(size, parameters(), rows, gram);
    return gram;
  }

  private void rows(double[] theta, Batch batch, double[][][] frames, double[] rows) {
    Combinations combinations = new Combinations(batch.from(), frames, first);
    model.jacobian(theta, batch, combinations, new double[frames.length * batch.count()], rows);
  }

  /**
   * Σ_j M_ij h_j as residuals, of which the slopes are wanted.
   *
   * @param start position of the batch's first point
   * @param first column of the first component
   */
  private record Combinations(int start, double[][][] frames, int first) implements JetResiduals {
    @Override
    public int perPoint() {
      return frames.length;
    }

    @Override
    public void evaluate(
        int[] points,
        int from,
        int count,
        double[][] jets,
        double[][] residuals,
        double[][][] slopes) {
      for (int i = 0; i < frames.length; i++) {
        for (int c = 0; c < first; c++) {
          Arrays.fill(slopes[i][c], 0, count, 0);
        }
        for (int j = 0; j < frames[i].length; j++) {
          System.arraycopy(frames[i][j], from - start, slopes[i][first + j], 0, count);
        }
      }
    }
  }

  /** gradient = Jᵀ s: sources at the points of a batch, carried to the parameters. */
  void pullBack(double[] theta, Batch batch, double[][] sources, double[] gradient) {
    model.lossGradient(
        theta,
        batch,
        (points, from, count, jets, adjoints) -> {
          for (int c = 0; c < first; c++) {
            Arrays.fill(adjoints[c], 0, count, 0);
          }
          for (int i = 0; i < components; i++) {
            System.arraycopy(sources[i], from - batch.from(), adjoints[first + i], 0, count);
          }
          return 0;
        },
        gradient);
  }

  /**
   * change = J v, of the components along a tangent of the parameters.
   *
   * @param jets scratch, {@code [output jet][position in the batch]} or longer
   */
  void pushForward(double[] theta, double[] v, Batch batch, double[][] jets, double[][] change) {
    model.tangentJets(theta, v, batch, jets);
    for (int i = 0; i < components; i++) {
      System.arraycopy(jets[first + i], 0, change[i], 0, batch.count());
    }
  }
}
