package org.metricflows.numeric.internal.simd;

import java.util.function.Supplier;

/**
 * Chooses the kernel: the scalar one at first; once products are in demand and the vector module is
 * there, the lane kernel is exercised in the background until the compiler has optimised it, and
 * then takes over. The bits are the same, so the moment does not matter.
 */
final class TileKernels {

  /** Multiply-adds after which vectors are worth their warm-up. */
  private static final long PATIENCE = 20_000_000;

  private static final int WARM_STEPS = 32;
  private static final int WARM_CALLS = 64;
  private static final long WARM_NANOSECONDS = 5_000_000_000L;

  /** Multiply-adds a nanosecond that only optimised vector code reaches. */
  private static final double WARM_RATE = 1.5;

  /** What all products share. */
  static final TileKernels COMMON = new TileKernels(PATIENCE);

  private final WarmUpGate<Supplier<TileKernel>> gate;
  private volatile TileKernel best = ScalarTileKernel.INSTANCE;

  /**
   * @param patience multiply-adds before the warm-up
   */
  TileKernels(long patience) {
    this.gate = WarmUpGate.of(patience, () -> ScalarTileKernel.INSTANCE, this::begin);
  }

  /** The kernel to use for a product of this many multiply-adds. */
  TileKernel current(long work) {
    return gate.pass(work).get();
  }

  /** From now on the best kernel there is, for which a thread of its own begins to work. */
  private Supplier<TileKernel> begin() {
    Thread thread = new Thread(this::warmUp, "metric-flows-warm-up");
    thread.setDaemon(true);
    thread.start();
    return () -> best;
  }

  private void warmUp() {
    TileKernel kernel = new LaneTileKernel();
    double[] a = new double[kernel.rows * WARM_STEPS];
    double[] b = new double[kernel.columns * WARM_STEPS];
    double[] c = new double[kernel.rows * kernel.columns];
    double work = (double) WARM_CALLS * WARM_STEPS * kernel.rows * kernel.columns;
    long start = System.nanoTime();
    long now = start;
    double rate = 0;
    while (rate < WARM_RATE && now - start < WARM_NANOSECONDS) {
      for (int i = 0; i < WARM_CALLS; i++) {
        kernel.accumulate(a, 0, WARM_STEPS, 1, b, 0, WARM_STEPS, c, 0, kernel.columns);
      }
      long end = System.nanoTime();
      rate = work / (end - now);
      now = end;
    }
    best = kernel;
  }
}
