package org.metricflows.numeric.internal.regime;

import java.util.Arrays;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.simd.MatrixProduct;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * Derivatives of the metric's components ∂_a∂_b̄φ by the parameters of a potential: J = ∂h/∂θ, and
 * the metric tangent kernel Θ = J Jᵀ of a finite network.
 *
 * <p>Not thread-safe, as the model is not.
 */
public final class MetricJacobian {

  private static final int ROWS_PER_TASK = 64;

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
   * @param rows receives them, {@code [(offset + position) · stride …]} of {@link #parameters}
   */
  public void rows(
      double[] theta, Batch batch, double[][] covectors, double[] rows, int offset, int stride) {
    double[] gradient = new double[parameters()];
    for (int p = 0; p < batch.count(); p++) {
      int point = p;
      model.lossGradient(
          theta,
          new Batch(batch.points(), batch.from() + p, 1),
          (points, from, count, jets, adjoints) -> {
            for (int c = 0; c < adjoints.length; c++) {
              adjoints[c][0] = c < first ? 0 : covectors[c - first][point];
            }
            return 0;
          },
          gradient);
      System.arraycopy(gradient, 0, rows, (offset + stride * p) * gradient.length, gradient.length);
    }
  }

  /**
   * The Gram matrix of components in frames: row i·N + a is Σ_j M_ij(a) h_j(x_a), N points.
   *
   * @param frames M, {@code [i][j][position in the batch]}
   */
  public double[] gram(double[] theta, Batch batch, double[][][] frames) {
    int n = batch.count();
    double[] rows = new double[Math.multiplyExact(frames.length * n, parameters())];
    for (int i = 0; i < frames.length; i++) {
      rows(theta, batch, frames[i], rows, i * n, 1);
    }
    return gram(frames.length * n, rows);
  }

  /** A Aᵀ of a matrix of {@code size} rows, on all cores. */
  static double[] gram(int size, double[] rows) {
    int width = size == 0 ? 0 : rows.length / size;
    double[] gram = new double[Math.multiplyExact(size, size)];
    Parallel parallel = Parallel.common();
    MatrixProduct[] products = new MatrixProduct[parallel.threads()];
    int tasks = (size + ROWS_PER_TASK - 1) / ROWS_PER_TASK;
    parallel.run(
        tasks,
        (task, worker) -> {
          if (products[worker] == null) {
            products[worker] = new MatrixProduct();
          }
          int from = (tasks - 1 - task) * ROWS_PER_TASK;
          int count = Math.min(ROWS_PER_TASK, size - from);
          // all rows up to these against these: the lower triangle, transposed
          products[worker].multiplyAdd(
              false,
              true,
              from + count,
              count,
              width,
              rows,
              0,
              width,
              rows,
              from * width,
              width,
              gram,
              from,
              size);
        });
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        gram[i * size + j] = gram[j * size + i];
      }
    }
    return gram;
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
