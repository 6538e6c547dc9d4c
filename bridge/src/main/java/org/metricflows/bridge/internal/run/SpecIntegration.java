package org.metricflows.bridge.internal.run;

import org.metricflows.bridge.internal.spec.FlowSpec;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.Integrator;
import org.metricflows.numeric.internal.flow.Method;
import org.metricflows.numeric.internal.flow.Schedule;
import org.metricflows.symbolic.InputException;

/** A flow with the integrator and the schedule that a spec asks for. */
public final class SpecIntegration {
  private SpecIntegration() {}

  /**
   * The integration, without stop conditions.
   *
   * @throws InputException if the integrator cannot take as many unknowns
   */
  public static FlowIntegration of(Flow flow, FlowSpec spec) {
    Method method = spec.integrator();
    if (flow.dimension() > method.mostUnknowns()) {
      throw InputException.of(
          "flow.integrator",
          "'"
              + method.label()
              + "' takes at most "
              + method.mostUnknowns()
              + " unknowns, but this flow has "
              + flow.dimension());
    }
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
