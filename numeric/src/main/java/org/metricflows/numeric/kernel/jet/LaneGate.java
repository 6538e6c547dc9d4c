package org.metricflows.numeric.kernel.jet;

import org.metricflows.numeric.simd.VectorModule;

/**
 * Hands out scalar sums until enough work has gone through them, then vectors where there are any:
 * these are slow until the compiler has optimised them, which short runs should not pay for. The
 * bits are the same, so that it does not matter when threads see the change.
 */
final class LaneGate {

  /** Multiply-adds after which vectors are worth their warm-up. */
  private static final long PATIENCE = 20_000_000;

  private long patience = PATIENCE;
  private LaneSums sums = ScalarLaneSums.INSTANCE;

  /** The form to use for this many multiply-adds. */
  LaneSums pass(long work) {
    if (patience > 0) {
      patience -= work;
      if (patience <= 0 && VectorModule.isPresent() && VectorLaneSums.fits()) {
        sums = VectorLaneSums.INSTANCE;
      }
    }
    return sums;
  }
}
