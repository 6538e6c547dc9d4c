package org.metricflows.bridge.internal.compiler;

import java.util.function.LongSupplier;

/**
 * Chooses between the scalar and the vector form of a program, which give the same bits.
 *
 * <p>Vector code is a hundred times slower than scalar code until the JIT compiler has optimised
 * it, after thousands of calls. So blocks are scalar at first, and short trials of the vector form
 * warm it up; they take at most a quarter of the time that scalar blocks have taken. As soon as a
 * whole block has gone faster in vectors than any did in scalars, vectors it is.
 *
 * <p>Threads may use one choice together: they may lose counts to each other, which does no harm.
 */
final class FormChoice {

  /** Scalar time for each unit of trial time. */
  private static final int SCALAR_SHARE = 4;

  /** Every so many trials take a whole block, to be compared; the others take one vector. */
  private static final int COMPARISON = 32;

  /** After so many trials, scalar code it is: the JIT compiler does not take to this program. */
  private static final int LAST_TRIAL = 50_000;

  /** Shorter blocks are neither timed nor tried. */
  private static final int SHORTEST_IN_VECTORS = 4;

  private enum State {
    OPEN,
    SCALAR,
    VECTOR
  }

  private final LongSupplier clock;
  private volatile State state;
  private long scalarTime;
  private long trialTime;
  private int trials;
  private double fastestScalar = Double.POSITIVE_INFINITY;

  private FormChoice(State state, LongSupplier clock) {
    this.state = state;
    this.clock = clock;
  }

  /** Scalar code throughout. */
  static FormChoice scalar() {
    return new FormChoice(State.SCALAR, System::nanoTime);
  }

  /** Vector code from the first element on. */
  static FormChoice vector() {
    return new FormChoice(State.VECTOR, System::nanoTime);
  }

  /** What proves faster by a clock. */
  static FormChoice measured(LongSupplier clock) {
    return new FormChoice(State.OPEN, clock);
  }

  boolean isVector() {
    return state == State.VECTOR;
  }

  /** Whether a block of this size is to be timed. */
  boolean isOpen(int size, int lanes) {
    return state == State.OPEN && size >= SHORTEST_IN_VECTORS * lanes;
  }

  long now() {
    return clock.getAsLong();
  }

  /** Elements to take in vectors as a trial, 0 for none. */
  int trial(int size, int lanes) {
    if (trialTime * SCALAR_SHARE >= scalarTime) {
      return 0;
    }
    return trials % COMPARISON == COMPARISON - 1 ? size - size % lanes : lanes;
  }

  /** Takes note of a scalar block. */
  void ranScalar(int size, long time) {
    scalarTime += time;
    fastestScalar = Math.min(fastestScalar, (double) time / size);
  }

  /** Takes note of a trial. */
  void tried(int size, int lanes, long time) {
    trialTime += time;
    trials++;
    if (size > lanes && time < fastestScalar * size) {
      state = State.VECTOR;
    } else if (trials > LAST_TRIAL) {
      state = State.SCALAR;
    }
  }
}
