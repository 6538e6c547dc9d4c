package org.metricflows.symbolic.internal.rational;

/** Exact arithmetic ended because it took too long, grew too large or left its domain. */
public final class BudgetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BudgetException(String message) {
    super(message);
  }
}
