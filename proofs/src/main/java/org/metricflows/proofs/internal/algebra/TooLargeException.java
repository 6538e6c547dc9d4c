package org.metricflows.proofs.internal.algebra;

/** An exact computation that would take too long; a modular one does not. */
public final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TooLargeException(String message) {
    super(message);
  }
}
