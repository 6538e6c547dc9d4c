package org.metricflows.bridge.internal.run;

import org.metricflows.bridge.internal.spec.FlowSpec;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.Integrator;
import org.metricflows.numeric.internal.flow.Method;
import org.metricflows.numeric.internal.flow.Schedule;

/** A flow with the integrator and the schedule that a spec asks for. */
public final class SpecIntegration {
  private SpecIntegration() {}

  /** The integration, without stop conditions. */
  public static FlowIntegration of(Flow flow, FlowSpec spec) {
    return FlowIntegration.of(flow, integrator(spec), schedule(spec));
  }

  private static Integrator integrator(FlowSpec flow) {
    Method method = flow.integrator();
    return method.isAdaptive()
        ? Integrator.adaptive(method, flow.relativeTolerance(), flow.absoluteTolerance())
        : Integrator.rungeKutta(flow.step().orElseThrow());
  }

  private static Schedule schedule(FlowSpec flow) {
    return Schedule.of(flow.time(), flow.record().stream().mapToDouble(t -> t).toArray());
  }
}
