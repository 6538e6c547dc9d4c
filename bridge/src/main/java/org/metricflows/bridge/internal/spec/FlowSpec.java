package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.OptionalDouble;
import org.metricflows.numeric.internal.flow.Method;

/**
 * The flow.
 *
 * @param dynamics what moves the metric
 * @param time the last time, from 0
 * @param record the times recorded, increasing, in [0, time]
 * @param integrator the integrator
 * @param relativeTolerance of an adaptive integrator
 * @param absoluteTolerance of an adaptive integrator
 * @param step the step of a fixed-step integrator, present for those alone
 * @param tau the scale τ of Perelman's W at time 0, falling at rate 1, if given
 */
public record FlowSpec(
    Dynamics dynamics,
    double time,
    List<Double> record,
    Method integrator,
    double relativeTolerance,
    double absoluteTolerance,
    OptionalDouble step,
    OptionalDouble tau) {
  /** The same with something else that moves the metric. */
  public FlowSpec with(Dynamics other) {
    return new FlowSpec(
        other, time, record, integrator, relativeTolerance, absoluteTolerance, step, tau);
  }

  /** Copies its arguments. */
  public FlowSpec {
    record = List.copyOf(record);
  }
}
