package org.metricflows.numeric.internal.kernel.hermitian;

import org.metricflows.numeric.internal.kernel.KernelMatrix;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * Matrices of a metric kernel: row i·N + a is component i at left point a of N, column j·M + b
 * component j at right point b of M.
 */
public final class MetricGram {

  private MetricGram() {}

  /**
   * Θ_ij(x_a, x_b), symmetric to the last bit.
   *
   * @throws IllegalArgumentException if it has more entries than an array
   * @throws ArithmeticException if the kernel is not finite for a pair
   */
  public static KernelMatrix gram(MetricKernel kernel, KernelPoints points) {
    KernelMatrix matrix = fill(kernel, points, points, true);
    mirror(matrix.values(), points.points(), matrix.rows());
    return matrix;
  }

  /** Θ_ij(x_a, x'_b). */
  public static KernelMatrix cross(MetricKernel kernel, KernelPoints left, KernelPoints right) {
    return fill(kernel, left, right, false);
  }

  private static KernelMatrix fill(
      MetricKernel kernel, KernelPoints left, KernelPoints right, boolean upper) {
    int components = kernel.components();
    int rows = components * left.points();
    int columns = components * right.points();
    if ((long) rows * columns > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "points: a kernel matrix of " + rows + " × " + columns + " entries is too large");
    }
    double[] values = new double[rows * columns];
    KernelTiles.Visitor copy =
        (a, from, count, tile) -> {
          for (int i = 0; i < components; i++) {
            for (int j = 0; j < components; j++) {
              int to = (i * left.points() + a) * columns + j * right.points() + from;
              System.arraycopy(tile, (i * components + j) * MetricKernel.LANES, values, to, count);
            }
          }
        };
    KernelTiles tiles = KernelTiles.of(kernel, left, right);
    if (upper) {
      tiles.forEachUpper(copy);
    } else {
      tiles.forEach(copy);
    }
    return new KernelMatrix(rows, columns, values, 0);
  }

  /** Copies (i, a; j, b) with a &lt; b, or a = b and i &lt; j, to (j, b; i, a). */
  private static void mirror(double[] values, int points, int rows) {
    Parallel.common()
        .run(
            rows,
            (row, worker) -> {
              int j = row / points;
              int b = row % points;
              for (int column = 0; column < rows; column++) {
                int i = column / points;
                int a = column % points;
                if (a < b || a == b && i < j) {
                  values[row * rows + column] = values[column * rows + row];
                }
              }
            });
  }
}
