package org.metricflows.bridge.internal.homogeneous;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.internal.run.Clock;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.run.SpecIntegration;
import org.metricflows.bridge.internal.spec.FlowSpec;
import org.metricflows.bridge.internal.spec.HomogeneousSpec;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.StopCondition;

/** Ricci flow of a left-invariant metric, ready to integrate. */
public final class LieGroupProblem implements Problem {
  /** A flow whose speed has fallen to this fraction of its start is at rest. */
  private static final double REST = 1e-12;

  private final StateObserver observer;
  private final FlowIntegration integration;
  private final Clock clock;

  private LieGroupProblem(HomogeneousSpec spec) {
    LieGroupEvaluators evaluators = LieGroupEvaluators.of(spec);
    LeftInvariantFlow flow = evaluators.flow();
    FlowSpec settings = spec.flow().orElseThrow();
    this.observer = evaluators.observer();
    this.integration =
        SpecIntegration.of(flow, settings)
            .stoppingWhen(new BlowUp(observer, flow.initialState()))
            .stoppingWhen(StopCondition.atRest(REST));
    this.clock = Clock.time(settings.time());
  }

  /**
   * Derives and compiles the flow of a spec.
   *
   * @throws org.metricflows.symbolic.InputException see {@link LieGroup#of}
   */
  public static LieGroupProblem of(HomogeneousSpec spec) {
    return new LieGroupProblem(spec);
  }

  @Override
  public FlowIntegration evolution() {
    return integration;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Observations<FlowRecord> observations() {
    return observer.observations().seenBy(FlowRecord::state);
  }

  @Override
  public Map<String, Object> closing(RunOutcome outcome) {
    Map<String, Object> entries = new LinkedHashMap<>();
    observer
        .at(outcome.result().state())
        .singularTime(outcome.result().outcome().time())
        .ifPresent(time -> entries.put("singular_time", time));
    return entries;
  }
}
