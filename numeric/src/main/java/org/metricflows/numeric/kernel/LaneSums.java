package org.metricflows.numeric.kernel;

import org.metricflows.numeric.simd.VectorModule;

/** Executes runs of sums of products over the lanes of a block. */
interface LaneSums {

  /**
   * For every {@code out, terms, a, b, a, b, …} of the code: work[out + i] = Σ work[a + i] work[b +
   * i] in the lanes {@code i < count}, each sum a chain of fused multiply-adds in the code's order.
   */
  void run(double[] work, int[] code, int count);

  /** The fastest that this machine has; all give the same bits. */
  static LaneSums fastest() {
    boolean vectors = VectorModule.isPresent() && VectorLaneSums.fits();
    return vectors ? VectorLaneSums.INSTANCE : ScalarLaneSums.INSTANCE;
  }
}
