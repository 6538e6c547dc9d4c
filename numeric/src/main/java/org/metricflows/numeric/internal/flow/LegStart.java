package org.metricflows.numeric.internal.flow;

/**
 * Where a leg begins and how it may step.
 *
 * @param time t
 * @param state y(t), not shared with anyone who changes it
 * @param step the first step to try, or 0 to let the method choose
 * @param cautionUntil the time up to which no step may be longer than {@code step}: a trial step
 *     failed to reach it. NaN for an ordinary leg
 */
record LegStart(double time, double[] state, double step, double cautionUntil) {

  static LegStart of(double time, double[] state, double step) {
    return new LegStart(time, state, step, Double.NaN);
  }

  boolean isCautious() {
    return !Double.isNaN(cautionUntil);
  }
}
