package org.metricflows.app.internal.cli;

/** Bad input on the command line: one sentence. */
final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInputException(String message) {
    super(message);
  }
}
