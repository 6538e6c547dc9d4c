package org.metricflows.bridge.flow;

import java.util.Map;
import org.metricflows.bridge.run.SpecIntegration;
import org.metricflows.bridge.spec.Dynamics;
import org.metricflows.bridge.spec.Spec;
import org.metricflows.numeric.flow.Flow;
import org.metricflows.numeric.flow.FlowIntegration;
import org.metricflows.numeric.flow.FlowRecord;
import org.metricflows.numeric.flow.StopCondition;
import org.metricflows.numeric.gradient.OutputFlow;

/**
 * A spec's flow, ready to integrate: the initial value problem, its integrator, schedule and stop
 * conditions, and the observer that turns states into records.
 */
public final class AssembledFlow {

  /** A flow whose speed has fallen to this fraction of its start is at rest. */
  private static final double REST = 1e-12;

  private final Flow flow;
  private final StateReader reader;
  private final FlowIntegration integration;

  private AssembledFlow(Flow flow, StateReader reader, FlowIntegration integration) {
    this.flow = flow;
    this.reader = reader;
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
    Dynamics dynamics = spec.flow().dynamics();
    if (dynamics instanceof Dynamics.Network || dynamics instanceof Dynamics.Features) {
      FlowProblem problem = FlowProblem.of(spec);
      OutputFlow flow = problem.flow();
      return of(spec, flow, problem.observer(flow));
    }
    LocalProblem.Assembly local = LocalProblem.of(spec).assemble();
    return of(spec, local.flow(), local.reader());
  }

  private static AssembledFlow of(Spec spec, Flow flow, StateReader reader) {
    FlowIntegration integration =
        SpecIntegration.of(flow, spec.flow())
            .stoppingWhen(new Degeneration(reader, flow.initialState()))
            .stoppingWhen(StopCondition.atRest(REST));
    return new AssembledFlow(flow, reader, integration);
  }

  /** The initial value problem. */
  public Flow flow() {
    return flow;
  }

  /** The initial value problem with its stop conditions. */
  public FlowIntegration integration() {
    return integration;
  }

  /** The entries of a record: {@code loss}, {@code metric_at_points}, … and what is observed. */
  public Map<String, Object> observe(FlowRecord record) {
    return reader.observe(record.time(), record.state());
  }

  /** What a result carries besides records, such as the metric-NTK at the start and at the end. */
  public Map<String, Object> extras(double[] last) {
    return reader.extras(flow.initialState(), last);
  }

  /** The sample points: {@code [point][coordinate]}. */
  double[][] samplePoints() {
    return reader.samplePoints();
  }
}
