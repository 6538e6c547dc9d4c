package org.metricflows.numeric.internal.stiff;

/**
 * A right-hand side is not defined where it was asked for. Explicit methods let it pass; those of
 * this package try a shorter step first. Carries no stack trace.
 */
public final class OutOfDomainException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final double time;

  /**
   * @param time t of the place
   * @param reason why, as a phrase
   */
  public OutOfDomainException(double time, String reason) {
    super(reason, null, false, false);
    this.time = time;
  }

  /** t of the place. */
  public double time() {
    return time;
  }
}
