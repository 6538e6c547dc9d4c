package org.metricflows.numeric.network;

import org.metricflows.numeric.simd.VectorModule;

/**
 * Hands out plain Java arithmetic until enough elements have gone through it, then vectors where
 * there are any: they are slow until the compiler has optimised them, which short runs should not
 * pay for. Both give the same bits.
 */
final class ArithmeticGate {

  private static final long PATIENCE = 4_000_000;

  private long patience = PATIENCE;
  private JetArithmetic arithmetic = JetArithmetic.SCALAR;

  /** The arithmetic to use for this many elements. */
  JetArithmetic pass(long elements) {
    if (patience > 0) {
      patience -= elements;
      if (patience <= 0 && VectorModule.isPresent()) {
        arithmetic = new LaneJetArithmetic();
      }
    }
    return arithmetic;
  }
}
