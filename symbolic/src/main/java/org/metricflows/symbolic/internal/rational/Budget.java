package org.metricflows.symbolic.internal.rational;

import java.time.Duration;

/** How long and how large exact arithmetic may become before it gives up. */
public final class Budget {
  private final long deadline;
  private final int mostTerms;

  private Budget(long deadline, int mostTerms) {
    this.deadline = deadline;
    this.mostTerms = mostTerms;
  }

  /** Until a time from now, with polynomials of at most so many terms. */
  public static Budget of(Duration time, int mostTerms) {
    return new Budget(System.nanoTime() + time.toNanos(), mostTerms);
  }

  /** This budget, or sooner if the given time from now ends before it. */
  public Budget atMost(Duration time) {
    long sooner = System.nanoTime() + time.toNanos();
    return sooner - deadline < 0 ? new Budget(sooner, mostTerms) : this;
  }

  public boolean isSpent() {
    return System.nanoTime() - deadline > 0;
  }

  /** The time left, at least zero. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  void checkTime() {
    if (isSpent()) {
      throw new BudgetException("the time for exact arithmetic is over");
    }
  }

  void checkTerms(long terms) {
    if (terms > mostTerms) {
      throw new BudgetException("a polynomial of more than " + mostTerms + " terms");
    }
  }
}
