package org.metricflows.symbolic;

/** Bad input from a person: one sentence that names what was seen and what is allowed. */
public final class InputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }
}
