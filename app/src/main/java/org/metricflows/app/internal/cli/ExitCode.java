package org.metricflows.app.internal.cli;

/** How a command can end. */
enum ExitCode {
  /** Done. */
  DONE(0),
  /** A run stopped early, or a check failed; the reason was said. */
  STOPPED(1),
  /** Bad input; one sentence names it. */
  BAD_INPUT(2),
  /** A fault of the program, not of its input. */
  INTERNAL_ERROR(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
