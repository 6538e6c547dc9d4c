package org.metricflows.proofs.internal.algebra;

/** The random point lies where a denominator vanishes or a radicand has no root: draw another. */
public final class BadPointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadPointException(String message) {
    super(message);
  }
}
