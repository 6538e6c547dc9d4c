package org.metricflows.numeric.internal.gradient;

import java.util.Arrays;
import org.metricflows.numeric.internal.kernel.KernelMatrix;
import org.metricflows.numeric.internal.simd.Parallel;

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
  private final int sources;
  private final double[] columns;

  private FrozenKernel(int rows, int sources, double[] columns) {
    this.rows = rows;
    this.sources = sources;
    this.columns = columns;
  }

  /** A kernel whose rows and sources are the same; the matrix is not copied. */
  public static FrozenKernel symmetric(KernelMatrix gram) {
    return new FrozenKernel(gram.rows(), gram.columns(), gram.values());
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
    long entries = (long) rows * sample.columns();
    if (entries > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "points: a kernel of " + entries + " entries is too large");
    }
    double[] columns = new double[(int) entries];
    for (int k = 0; k < sample.columns(); k++) {
      for (int i = 0; i < sample.rows(); i++) {
        columns[k * rows + i] = sample.get(i, k);
      }
      for (int i = 0; i < test.rows(); i++) {
        columns[k * rows + sample.rows() + i] = test.get(i, k);
      }
    }
    return new FrozenKernel(rows, sample.columns(), columns);
  }

  /** Number of entries of the state, for one component. */
  public int rows() {
    return rows;
  }

  /** Number of sources, for one component. */
  public int sources() {
    return sources;
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
    for (; k + 1 < sources; k += 2) {
      subtract(k, source[k], k + 1, source[k + 1], result, offset, from, to);
    }
    if (k < sources) {
      subtract(k, source[k], k, 0.0, result, offset, from, to);
    }
  }

  private void subtract(
      int j, double s, int k, double t, double[] result, int offset, int from, int to) {
    int a = j * rows;
    int b = k * rows;
    for (int i = from; i < to; i++) {
      result[offset + i] -= s * columns[a + i] + t * columns[b + i];
    }
  }
}
