package org.metricflows.numeric.internal.flow;

/** Says that a flow's right-hand side is not defined at a state, and why. */
public final class FlowStopException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason what is wrong, such as "metric is not positive definite at point 3"
   */
  public FlowStopException(String reason) {
    super(reason, null, false, false);
  }
}
