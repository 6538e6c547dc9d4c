package org.metricflows.numeric.internal.dense;

import org.metricflows.numeric.internal.simd.MatrixProduct;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * The factor L of a symmetric positive matrix A = L Lᵀ, computed by blocks so that nearly all of
 * the n³/3 multiply-adds are matrix products, on all cores.
 */
public final class Cholesky {

  private static final int BLOCK = 128;

  private final int n;
  private final double[] lower;

  private Cholesky(int n, double[] lower) {
    this.n = n;
    this.lower = lower;
  }

  /**
   * Factors a matrix in its place: only the lower triangle is read and written.
   *
   * @return the factorisation, or null if a pivot is not positive
   */
  public static Cholesky factorIn(int n, double[] matrix) {
    Cholesky factor = new Cholesky(n, matrix);
    for (int from = 0; from < n; from += BLOCK) {
      int to = Math.min(n, from + BLOCK);
      if (!factor.diagonal(from, to)) {
        return null;
      }
      factor.panel(from, to);
      factor.update(from, to);
    }
    return factor;
  }

  private boolean diagonal(int from, int to) {
    for (int j = from; j < to; j++) {
      double pivot = lower[j * n + j] - dot(j, j, from, j);
      if (!(pivot > 0)) {
        return false;
      }
      double root = Math.sqrt(pivot);
      lower[j * n + j] = root;
      for (int i = j + 1; i < to; i++) {
        lower[i * n + j] = (lower[i * n + j] - dot(i, j, from, j)) / root;
      }
    }
    return true;
  }

  /** Rows below the block: each is solved with the block's triangle. */
  private void panel(int from, int to) {
    int chunks = (n - to + BLOCK - 1) / BLOCK;
    Parallel.common()
        .run(
            chunks,
            (chunk, worker) -> {
              int end = Math.min(n, to + (chunk + 1) * BLOCK);
              for (int i = to + chunk * BLOCK; i < end; i++) {
                for (int j = from; j < to; j++) {
                  lower[i * n + j] = (lower[i * n + j] - dot(i, j, from, j)) / lower[j * n + j];
                }
              }
            });
  }

  /** A₂₂ −= L₂₁ L₂₁ᵀ, lower triangle by blocks. */
  private void update(int from, int to) {
    int width = to - from;
    double[] negative = new double[(n - to) * width];
    for (int i = to; i < n; i++) {
      for (int j = 0; j < width; j++) {
        negative[(i - to) * width + j] = -lower[i * n + from + j];
      }
    }
    Parallel parallel = Parallel.common();
    MatrixProduct[] products = new MatrixProduct[parallel.threads()];
    parallel.run(
        (n - to + BLOCK - 1) / BLOCK,
        (chunk, worker) -> {
          if (products[worker] == null) {
            products[worker] = new MatrixProduct();
          }
          int column = to + chunk * BLOCK;
          int columns = Math.min(BLOCK, n - column);
          products[worker].multiplyAdd(
              false,
              true,
              n - column,
              columns,
              width,
              negative,
              (column - to) * width,
              width,
              lower,
              column * n + from,
              n,
              lower,
              column * n + column,
              n);
        });
  }

  /** L_ij for j ≤ i. */
  public double get(int i, int j) {
    return lower[i * n + j];
  }

  /** Replaces each row b of a row-major matrix by L⁻¹ b. */
  public void forward(double[] rows, int count) {
    Parallel.common()
        .run(
            count,
            (row, worker) -> {
              int at = row * n;
              for (int i = 0; i < n; i++) {
                double sum = rows[at + i];
                for (int j = 0; j < i; j++) {
                  sum -= lower[i * n + j] * rows[at + j];
                }
                rows[at + i] = sum / lower[i * n + i];
              }
            });
  }

  /** Solves A x = b; b is left alone. */
  public double[] solve(double[] b) {
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      double sum = x[i];
      for (int j = 0; j < i; j++) {
        sum -= lower[i * n + j] * x[j];
      }
      x[i] = sum / lower[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      x[i] /= lower[i * n + i];
      for (int j = 0; j < i; j++) {
        x[j] -= lower[i * n + j] * x[i];
      }
    }
    return x;
  }

  private double dot(int i, int j, int from, int to) {
    double sum = 0;
    for (int k = from; k < to; k++) {
      sum += lower[i * n + k] * lower[j * n + k];
    }
    return sum;
  }
}
