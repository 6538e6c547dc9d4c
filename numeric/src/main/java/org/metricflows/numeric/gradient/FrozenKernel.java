package org.metricflows.numeric.gradient;

import java.util.Arrays;
import org.metricflows.numeric.kernel.KernelMatrix;
import org.metricflows.numeric.simd.Parallel;

/**
 * The kernel of an infinitely wide network between what a flow moves and where its loss looks.
 *
 * <p>Rows are the state's entries: ∂^α at point a, entry α·N + a, then values at T test points.
 * Columns are the sources: ∂^β at point b, entry β·N + b. Element (α a, β b) is ∂_x^α ∂_x'^β Θ(x_a,
 * x_b). It is kept column by column, so that a product streams through it once.
 */
public final class FrozenKernel {
  private static final int ROWS_PER_TASK = 256;

  private final int rows;
  private final double[][] columns;

  private FrozenKernel(int rows, double[][] columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * A kernel from its rows at the sample points and at the test points.
   *
   * @param sample rows (α, a), columns (β, b)
   * @param test rows (test point), columns (β, b)
   */
  public static FrozenKernel of(KernelMatrix sample, KernelMatrix test) {
    if (sample.columns() != test.columns() && test.rows() > 0) {
      throw new IllegalArgumentException(
          "kernel: " + sample.columns() + " sources, but " + test.columns() + " for test points");
    }
    int rows = sample.rows() + test.rows();
    double[][] columns = new double[sample.columns()][rows];
    for (int k = 0; k < columns.length; k++) {
      for (int i = 0; i < sample.rows(); i++) {
        columns[k][i] = sample.get(i, k);
      }
      for (int i = 0; i < test.rows(); i++) {
        columns[k][sample.rows() + i] = test.get(i, k);
      }
    }
    return new FrozenKernel(rows, columns);
  }

  /** Number of entries of the state, for one component. */
  public int rows() {
    return rows;
  }

  /** Number of sources, for one component. */
  public int sources() {
    return columns.length;
  }

  /**
   * Sets {@code result[offset + i] = −Σ_k K_ik source[k]} for each row i. Rows are summed in the
   * order of k whatever the number of threads.
   */
  public void drift(double[] source, double[] result, int offset, Parallel parallel) {
    int tasks = (rows + ROWS_PER_TASK - 1) / ROWS_PER_TASK;
    parallel.run(
        tasks,
        (task, worker) -> {
          int from = task * ROWS_PER_TASK;
          drift(source, result, offset, from, Math.min(rows, from + ROWS_PER_TASK));
        });
  }

  private void drift(double[] source, double[] result, int offset, int from, int to) {
    Arrays.fill(result, offset + from, offset + to, 0.0);
    int k = 0;
    for (; k + 3 < columns.length; k += 4) {
      subtract(columns[k], source[k], columns[k + 1], source[k + 1], result, offset, from, to);
      subtract(
          columns[k + 2], source[k + 2], columns[k + 3], source[k + 3], result, offset, from, to);
    }
    for (; k < columns.length; k++) {
      subtract(columns[k], source[k], columns[k], 0.0, result, offset, from, to);
    }
  }

  private static void subtract(
      double[] a, double s, double[] b, double t, double[] result, int offset, int from, int to) {
    for (int i = from; i < to; i++) {
      result[offset + i] -= s * a[i] + t * b[i];
    }
  }
}
