package org.metricflows.bridge.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.spec.FlowSpec;
import org.metricflows.bridge.spec.Observable;
import org.metricflows.bridge.spec.Spec;
import org.metricflows.numeric.flow.FlowIntegration;
import org.metricflows.numeric.flow.FlowRecord;
import org.metricflows.numeric.flow.Integrator;
import org.metricflows.numeric.flow.Method;
import org.metricflows.numeric.flow.Schedule;
import org.metricflows.numeric.flow.StopCondition;
import org.metricflows.numeric.gradient.OutputFlow;

/**
 * A spec's flow, ready to integrate: the initial value problem, its integrator, schedule and stop
 * conditions, and the observer that turns states into records.
 */
public final class AssembledFlow {

  /** A flow whose speed has fallen to this fraction of its start is at rest. */
  private static final double REST = 1e-12;

  private final Spec spec;
  private final OutputFlow flow;
  private final FlowObserver observer;
  private final FlowIntegration integration;

  private AssembledFlow(
      Spec spec, OutputFlow flow, FlowObserver observer, FlowIntegration integration) {
    this.spec = spec;
    this.flow = flow;
    this.observer = observer;
    this.integration = integration;
  }

  /**
   * Derives, compiles and assembles the flow of a spec.
   *
   * @throws org.metricflows.symbolic.InputException naming the field, if a formula cannot be read,
   *     the background is singular or undefined at a sample point, or the activation is not smooth
   *     enough
   */
  public static AssembledFlow of(Spec spec) {
    FlowProblem problem = FlowProblem.of(spec);
    OutputFlow flow = problem.flow();
    FlowObserver observer = problem.observer(flow);
    FlowIntegration integration =
        FlowIntegration.of(flow, integrator(spec.flow()), schedule(spec.flow()))
            .stoppingWhen(new Degeneration(observer, flow.initialState()))
            .stoppingWhen(StopCondition.atRest(REST));
    return new AssembledFlow(spec, flow, observer, integration);
  }

  private static Integrator integrator(FlowSpec flow) {
    Method method = Method.named(flow.integrator().label());
    return method.isAdaptive()
        ? Integrator.adaptive(method, flow.relativeTolerance(), flow.absoluteTolerance())
        : Integrator.rungeKutta(flow.step().orElseThrow());
  }

  private static Schedule schedule(FlowSpec flow) {
    return Schedule.of(flow.time(), flow.record().stream().mapToDouble(t -> t).toArray());
  }

  /** The initial value problem. */
  public OutputFlow flow() {
    return flow;
  }

  /** The initial value problem with its stop conditions. */
  public FlowIntegration integration() {
    return integration;
  }

  /**
   * The entries of a record: {@code loss}, {@code metric_at_points}, …; see {@link FlowObserver}.
   */
  public Map<String, Object> observe(FlowRecord record) {
    return observer.observe(record.state());
  }

  /** The metric-NTK at the start and at a last state, if the spec asks for it. */
  public Optional<Map<String, Object>> metricKernel(double[] last) {
    if (!spec.observes(Observable.METRIC_NTK)) {
      return Optional.empty();
    }
    Map<String, Object> kernel = new LinkedHashMap<>();
    kernel.put("at_start", observer.metricKernel(flow.initialState()));
    kernel.put("at_end", observer.metricKernel(last));
    return Optional.of(kernel);
  }

  /** The sample points: {@code [point][coordinate]}. */
  double[][] samplePoints() {
    return observer.samplePoints();
  }
}
