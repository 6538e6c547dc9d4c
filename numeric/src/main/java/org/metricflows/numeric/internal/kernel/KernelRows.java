package org.metricflows.numeric.internal.kernel;

import java.util.Arrays;
import org.metricflows.numeric.internal.kernel.jet.TaylorProgram;
import org.metricflows.numeric.internal.simd.Parallel;

/** Assembles a matrix of kernel derivatives from blocks of pairs, on all cores. */
final class KernelRows {

  private final BiJetSpace space;
  private final double[] factorials;
  private final int output;
  private final double[][] left;
  private final double[][] right;
  private final int columns;
  private final double[] values;

  KernelRows(BiJetSpace space, double[] factorials, int output, double[][] left, double[][] right) {
    this.space = space;
    this.factorials = factorials;
    this.output = output;
    this.left = left;
    this.right = right;
    this.columns = space.right().size() * right.length;
    long entries = (long) space.left().size() * left.length * columns;
    if (entries > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "points: a kernel matrix of " + entries + " entries is too large");
    }
    this.values = new double[(int) entries];
  }

  /** Fills all pairs, or those with b ≥ a; returns the largest error estimate. */
  double fill(PairKernel.Bound kernel, boolean upperHalf) {
    Parallel parallel = Parallel.common();
    PairKernel.Block[] blocks = new PairKernel.Block[parallel.threads()];
    double[] errors = new double[left.length];
    parallel.run(
        left.length,
        (a, worker) -> {
          if (blocks[worker] == null) {
            blocks[worker] = kernel.block();
          }
          errors[a] = fillRow(blocks[worker], a, upperHalf ? a : 0);
        });
    return Arrays.stream(errors).max().orElse(0);
  }

  /**
   * Copies the pairs with b > a, and the derivatives with β > α of b = a, to their mirror images.
   */
  void mirror() {
    int n = left.length;
    int size = space.left().size();
    for (int alpha = 0; alpha < size; alpha++) {
      for (int beta = 0; beta < size; beta++) {
        mirrorTile(alpha * n, beta * n, n, beta > alpha);
      }
    }
  }

  KernelMatrix matrix(double errorEstimate) {
    return new KernelMatrix(space.left().size() * left.length, columns, values, errorEstimate);
  }

  static void requireFinite(double[] jet, double[] x, double[] xp) {
    for (double value : jet) {
      if (!Double.isFinite(value)) {
        throw new ArithmeticException(
            "kernel: not finite at x = " + Arrays.toString(x) + ", x' = " + Arrays.toString(xp));
      }
    }
  }

  private double fillRow(PairKernel.Block block, int a, int firstColumn) {
    int[] leftIndex = new int[TaylorProgram.LANES];
    int[] rightIndex = new int[TaylorProgram.LANES];
    Arrays.fill(leftIndex, a);
    double error = 0;
    for (int b = firstColumn; b < right.length; b += TaylorProgram.LANES) {
      int count = Math.min(TaylorProgram.LANES, right.length - b);
      for (int i = 0; i < count; i++) {
        rightIndex[i] = b + i;
      }
      error = Math.max(error, block.run(leftIndex, rightIndex, count));
      copy(block, a, b, count);
    }
    return error;
  }

  private void copy(PairKernel.Block block, int a, int b, int count) {
    double[] work = block.work();
    int width = space.right().size();
    for (int c = 0; c < factorials.length; c++) {
      int from = block.offset(output, c);
      int to = (c / width * left.length + a) * columns + c % width * right.length + b;
      double factor = factorials[c];
      double check = 0;
      for (int i = 0; i < count && from >= 0; i++) {
        double value = factor * work[from + i];
        values[to + i] = value;
        check += value * 0;
      }
      if (check != 0) {
        refuse(to, a, b, count);
      }
    }
  }

  private void refuse(int to, int a, int b, int count) {
    for (int i = 0; i < count; i++) {
      requireFinite(new double[] {values[to + i]}, left[a], right[b + i]);
    }
  }

  private void mirrorTile(int row, int column, int n, boolean withDiagonal) {
    int side = 16;
    for (int a0 = 0; a0 < n; a0 += side) {
      for (int b0 = a0; b0 < n; b0 += side) {
        for (int b = b0; b < Math.min(b0 + side, n); b++) {
          int to = (column + b) * columns + row;
          for (int a = a0; a < Math.min(a0 + side, withDiagonal ? b + 1 : b); a++) {
            values[to + a] = values[(row + a) * columns + column + b];
          }
        }
      }
    }
  }
}
