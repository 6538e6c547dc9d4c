package org.metricflows.numeric.internal.simd;

/**
 * The innermost part of a Gram matrix in single precision: products of a few rows with those of a
 * panel. Each is one chain of fused multiply-adds in the order of what is summed over, which is why
 * all forms give the same bits.
 */
abstract class FloatTile {

  /** Rows of a panel, and columns of a tile. */
  static final int WIDTH = 32;

  /** Rows of a tile. */
  static final int HEIGHT = 4;

  /**
   * tile[r WIDTH + j] = Σ_p data[a + p WIDTH + r] data[b + p WIDTH + j] for r &lt; HEIGHT and j
   * &lt; WIDTH, p from 0 to steps − 1.
   */
  abstract void multiply(float[] data, int a, int b, int steps, float[] tile);
}
