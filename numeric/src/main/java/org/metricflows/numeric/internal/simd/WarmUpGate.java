package org.metricflows.numeric.internal.simd;

import java.util.function.Supplier;

/**
 * Hands out the plain form of some arithmetic until enough work has gone through it, then the one
 * with vectors where there are any: these are slow until the compiler has optimised them, which
 * short runs should not pay for.
 *
 * <p>Both forms must give the same bits, so that it does not matter when threads see the change.
 *
 * <pre>{@code
 * WarmUpGate<Sums> gate = WarmUpGate.of(20_000_000, new PlainSums(), () -> new VectorSums());
 * gate.pass((long) rows * columns).add(a, b);
 * }</pre>
 */
public final class WarmUpGate<T> {

  private final Supplier<T> vectors;
  private final boolean hasVectors;
  private long patience;
  private boolean open;
  private volatile T form;

  private WarmUpGate(long patience, T plain, Supplier<T> vectors, boolean hasVectors) {
    this.patience = patience;
    this.form = plain;
    this.vectors = vectors;
    this.hasVectors = hasVectors;
  }

  /**
   * A gate that opens once, if the vector module is there.
   *
   * @param patience the work after which vectors are worth their warm-up
   * @param vectors makes the form with vectors; asked once at most, and a lambda rather than a
   *     reference to a constructor, so that its class is not loaded before
   */
  public static <T> WarmUpGate<T> of(long patience, T plain, Supplier<T> vectors) {
    return of(patience, plain, vectors, VectorModule.isPresent());
  }

  static <T> WarmUpGate<T> of(long patience, T plain, Supplier<T> vectors, boolean hasVectors) {
    return new WarmUpGate<>(patience, plain, vectors, hasVectors);
  }

  /** The form to use for this much work; threads may lose some of each other's count. */
  public T pass(long work) {
    if (patience > 0) {
      patience -= work;
      if (patience <= 0 && hasVectors) {
        open();
      }
    }
    return form;
  }

  private synchronized void open() {
    if (!open) {
      open = true;
      form = vectors.get();
    }
  }
}
