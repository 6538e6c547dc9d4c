package org.metricflows.numeric.internal.kernel.jet;

import org.metricflows.numeric.internal.simd.WarmUpGate;

/** Executes runs of sums of products over the lanes of a block; every form gives the same bits. */
interface LaneSums {

  /** Scalar sums at first, vectors after enough multiply-adds if they fill a block's lanes. */
  static WarmUpGate<LaneSums> gate() {
    return WarmUpGate.of(
        20_000_000,
        ScalarLaneSums.INSTANCE,
        () -> VectorLaneSums.fits() ? VectorLaneSums.INSTANCE : ScalarLaneSums.INSTANCE);
  }

  /**
   * For every {@code out, terms, a, b, a, b, …} of the code: work[out + i] = Σ work[a + i] work[b +
   * i] in the lanes {@code i < count}, each sum a chain of fused multiply-adds in the code's order.
   */
  void run(double[] work, int[] code, int count);
}
