package org.metricflows.numeric.internal.flow;

/** How a leg ended, with the last state that was reached. */
sealed interface LegEnd {

  double time();

  double[] state();

  /** The end of the schedule. */
  record Finished(double time, double[] state) implements LegEnd {}

  /** A place to go on from, with the step that the method proposes. */
  record Paused(double time, double[] state, double step) implements LegEnd {}

  /** A stop condition came true. */
  record StoppedBy(double time, double[] state, String reason) implements LegEnd {}

  /**
   * The flow could not be evaluated at {@code failedTime}, a trial on the way from {@code time}.
   */
  record Failed(double time, double[] state, double failedTime, String reason) implements LegEnd {}
}
