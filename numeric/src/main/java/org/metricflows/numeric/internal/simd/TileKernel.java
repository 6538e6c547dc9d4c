package org.metricflows.numeric.internal.simd;

/**
 * The innermost part of a matrix product: a tile C += A·B, with B packed so that its columns lie
 * beside each other. Each entry of C is one chain of fused multiply-adds in the order of k, which
 * is why all kernels give the same bits.
 */
abstract class TileKernel {

  /** Rows of a tile. */
  final int rows;

  /** Columns of a tile, and width of B's packed panels. */
  final int columns;

  TileKernel(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * c[co + r ldc + j] += Σ_p a[ao + r rowStride + p stride] b[bo + p columns + j] for all r &lt;
   * rows and j &lt; columns, p from 0 to k − 1.
   */
  abstract void accumulate(
      double[] a,
      int ao,
      int rowStride,
      int stride,
      double[] b,
      int bo,
      int k,
      double[] c,
      int co,
      int ldc);
}
