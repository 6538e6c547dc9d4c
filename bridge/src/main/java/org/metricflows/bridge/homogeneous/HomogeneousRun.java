package org.metricflows.bridge.homogeneous;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.run.Run;
import org.metricflows.bridge.run.RunFolder;
import org.metricflows.bridge.run.RunOutcome;
import org.metricflows.bridge.run.RunResult;
import org.metricflows.bridge.run.SpecIntegration;
import org.metricflows.bridge.run.SpecRun;
import org.metricflows.bridge.spec.FlowSpec;
import org.metricflows.bridge.spec.HomogeneousSpec;
import org.metricflows.numeric.flow.FlowListener;
import org.metricflows.numeric.flow.StopCondition;
import org.metricflows.symbolic.evolution.HomogeneousFlow;

/** Ricci flow of a left-invariant metric from start to result. */
public final class HomogeneousRun implements SpecRun {
  /** A flow whose speed has fallen to this fraction of its start is at rest. */
  private static final double REST = 1e-12;

  private final HomogeneousSpec spec;
  private final LeftInvariantFlow flow;
  private final StateObserver observer;
  private final Map<String, Object> versions;

  private HomogeneousRun(HomogeneousSpec spec, Map<String, Object> versions) {
    this.spec = spec;
    this.versions = new LinkedHashMap<>(versions);
    LieGroup group = LieGroup.of(spec);
    HomogeneousFlow equations = new HomogeneousFlow(group.algebra(), spec.fixesVolume());
    Compiler compiler = new Compiler();
    int d = group.algebra().dimension();
    this.flow =
        new LeftInvariantFlow(d, group.components(), compiler.compile(equations.velocity()));
    this.observer = new StateObserver(d, compiler.compile(equations.observables()));
  }

  /**
   * Derives and compiles the flow of a spec.
   *
   * @param versions what result.json says of the programs that made it
   * @throws org.metricflows.symbolic.InputException see {@link LieGroup#of}
   */
  public static HomogeneousRun of(HomogeneousSpec spec, Map<String, Object> versions) {
    return new HomogeneousRun(spec, versions);
  }

  private FlowSpec settings() {
    return spec.flow().orElseThrow();
  }

  @Override
  public HomogeneousSpec spec() {
    return spec;
  }

  @Override
  public double end() {
    return settings().time();
  }

  @Override
  public RunResult in(RunFolder folder, FlowListener progress) {
    RunResult result = result(run(progress).in(folder));
    folder.writeResult(result);
    return result;
  }

  /** Runs without leaving a trace. */
  public RunResult inMemory(FlowListener progress) {
    return result(run(progress).inMemory());
  }

  private Run run(FlowListener progress) {
    return Run.of(
            SpecIntegration.of(flow, settings())
                .stoppingWhen(new BlowUp(observer, flow.initialState()))
                .stoppingWhen(StopCondition.atRest(REST)),
            record -> observer.record(record.state()))
        .reportingTo(progress);
  }

  private RunResult result(RunOutcome outcome) {
    Map<String, Object> extras = new LinkedHashMap<>();
    observer
        .at(outcome.result().state())
        .singularTime(outcome.result().outcome().time())
        .ifPresent(time -> extras.put("singular_time", time));
    return new RunResult(
        outcome.result().outcome(),
        outcome.records(),
        extras,
        outcome.result().evaluations(),
        outcome.cpuSeconds(),
        versions,
        spec.toTree());
  }
}
