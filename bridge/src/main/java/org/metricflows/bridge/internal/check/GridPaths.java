package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.spectral.LocalFlow;

/**
 * The evaluators of a flow on a grid; states and velocities are function after function.
 *
 * @param jets state ↦ {@code [function·J + coefficient][point]}
 * @param velocity state ↦ V before projection and kernel
 * @param rate state ↦ ∂_t f
 */
record GridPaths(Columns jets, Values velocity, Values rate) {

  /** From a state to columns. */
  @FunctionalInterface
  interface Columns {
    double[][] at(double[] state);
  }

  /** From a state to an array like it. */
  @FunctionalInterface
  interface Values {
    double[] at(double[] state);
  }

  static GridPaths of(LocalFlow flow) {
    return new GridPaths(
        flow::jetsAt,
        state -> {
          double[] velocity = new double[state.length];
          flow.velocityAt(state, velocity);
          return velocity;
        },
        state -> rate(flow, state));
  }

  /** ∂_t of a flow's state, not a number where the flow stops. */
  static double[] rate(Flow flow, double[] state) {
    double[] rate = new double[state.length];
    try {
      flow.derivative(0, state, rate);
    } catch (FlowStopException e) {
      Arrays.fill(rate, Double.NaN);
    }
    return rate;
  }
}
