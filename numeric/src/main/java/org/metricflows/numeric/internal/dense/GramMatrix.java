package org.metricflows.numeric.internal.dense;

import java.util.Arrays;
import org.metricflows.numeric.internal.simd.MatrixProduct;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * Gram matrices of the rows or the columns of a matrix, on all cores. The upper half is computed by
 * blocks and copied to the lower; every entry is a chain of fused multiply-adds in the order of
 * what is summed over, whatever the number of threads.
 */
public final class GramMatrix {

  private static final int BLOCK = 192;

  private GramMatrix() {}

  /**
   * A Aᵀ.
   *
   * @param n rows of A
   * @param width columns of A
   * @param a A by rows
   * @param gram receives n × n numbers, which are overwritten
   */
  public static void ofRows(int n, int width, double[] a, double[] gram) {
    of(n, width, a, width, false, gram);
  }

  /**
   * Aᵀ A.
   *
   * @param height rows of A
   * @param n columns of A
   * @param a A by rows
   * @param gram receives n × n numbers, which are overwritten
   */
  public static void ofColumns(int height, int n, double[] a, double[] gram) {
    of(n, height, a, n, true, gram);
  }

  /**
   * C += Aᵀ B, of matrices of one shape.
   *
   * @param height rows of A and B
   * @param n columns of A and B
   * @param a holds A by rows
   * @param atA where it begins
   * @param b holds B by rows
   * @param atB where it begins
   * @param sum C, n × n by rows
   */
  public static void addProduct(
      int height, int n, double[] a, int atA, double[] b, int atB, double[] sum) {
    Parallel parallel = Parallel.common();
    MatrixProduct[] products = new MatrixProduct[parallel.threads()];
    int blocks = (n + BLOCK - 1) / BLOCK;
    parallel.run(
        blocks * blocks,
        (task, worker) -> {
          if (products[worker] == null) {
            products[worker] = new MatrixProduct();
          }
          int row = task / blocks * BLOCK;
          int column = task % blocks * BLOCK;
          products[worker].multiplyAdd(
              true,
              false,
              Math.min(BLOCK, n - row),
              Math.min(BLOCK, n - column),
              height,
              a,
              atA + row,
              n,
              b,
              atB + column,
              n,
              sum,
              row * n + column,
              n);
        });
  }

  private static void of(int n, int summed, double[] a, int ld, boolean columns, double[] gram) {
    Parallel parallel = Parallel.common();
    MatrixProduct[] products = new MatrixProduct[parallel.threads()];
    int blocks = (n + BLOCK - 1) / BLOCK;
    parallel.run(
        blocks * (blocks + 1) / 2,
        (task, worker) -> {
          if (products[worker] == null) {
            products[worker] = new MatrixProduct();
          }
          int row = row(task);
          int column = task - row * (row + 1) / 2;
          int height = Math.min(BLOCK, n - row * BLOCK);
          int width = Math.min(BLOCK, n - column * BLOCK);
          int at = column * BLOCK * n + row * BLOCK;
          clear(gram, at, n, width, height);
          int step = columns ? 1 : ld;
          products[worker].multiplyAdd(
              columns,
              !columns,
              width,
              height,
              summed,
              a,
              column * BLOCK * step,
              ld,
              a,
              row * BLOCK * step,
              ld,
              gram,
              at,
              n);
        });
    mirror(n, gram, parallel);
  }

  /** The block row of a task: rows 0, 1, … have 1, 2, … blocks up to the diagonal. */
  private static int row(int task) {
    int row = (int) ((Math.sqrt(8.0 * task + 1) - 1) / 2);
    return row * (row + 1) / 2 > task ? row - 1 : row;
  }

  private static void clear(double[] gram, int at, int n, int rows, int columns) {
    for (int i = 0; i < rows; i++) {
      Arrays.fill(gram, at + i * n, at + i * n + columns, 0);
    }
  }

  private static void mirror(int n, double[] gram, Parallel parallel) {
    int blocks = (n + BLOCK - 1) / BLOCK;
    parallel.run(
        blocks,
        (block, worker) -> {
          for (int i = block * BLOCK; i < Math.min(n, (block + 1) * BLOCK); i++) {
            for (int j = 0; j < i; j++) {
              gram[i * n + j] = gram[j * n + i];
            }
          }
        });
  }
}
