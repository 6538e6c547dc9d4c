package org.metricflows.bridge.internal.run;

import java.time.Duration;

/**
 * Says when a checkpoint is due by the wall clock: soon after the start, then ever more seldom up
 * to a longest interval. Which checkpoints are taken has no influence on the result.
 */
final class Pace {

  private static final long FIRST_NANOS = Duration.ofSeconds(1).toNanos();

  private final long longest;
  private long interval;
  private long last = System.nanoTime();

  Pace(Duration longest) {
    this.longest = longest.toNanos();
    this.interval = Math.min(FIRST_NANOS, this.longest);
  }

  boolean isDue() {
    long now = System.nanoTime();
    if (now - last < interval) {
      return false;
    }
    last = now;
    interval = Math.min(2 * interval, longest);
    return true;
  }
}
