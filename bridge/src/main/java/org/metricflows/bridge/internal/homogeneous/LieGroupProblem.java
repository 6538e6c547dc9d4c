package org.metricflows.bridge.internal.homogeneous;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.internal.run.Drive;
import org.metricflows.bridge.internal.run.Model;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.spec.HomogeneousSpec;
import org.metricflows.bridge.observable.Observations;

/** A left-invariant metric, which Ricci flow moves. */
public final class LieGroupProblem implements Model<double[]> {

  private final StateObserver observer;

  private LieGroupProblem(StateObserver observer) {
    this.observer = observer;
  }

  /**
   * Derives and compiles the flow of a spec.
   *
   * @throws org.metricflows.symbolic.InputException see {@link LieGroup#of}
   */
  public static Problem of(HomogeneousSpec spec) {
    LieGroupEvaluators evaluators = LieGroupEvaluators.of(spec);
    LeftInvariantFlow flow = evaluators.flow();
    StateObserver observer = evaluators.observer();
    return Problem.of(
        new LieGroupProblem(observer),
        Drive.flow(
            flow,
            spec.flow().orElseThrow(),
            new BlowUp(observer, flow.initialState()),
            Drive.atRest()));
  }

  @Override
  public Observations<Moment<double[]>> observations() {
    return observer.observations().seenBy(Moment::state);
  }

  @Override
  public Map<String, Object> closing(double[] last, RunOutcome outcome) {
    Map<String, Object> entries = new LinkedHashMap<>();
    observer
        .at(last)
        .singularTime(outcome.result().outcome().time())
        .ifPresent(time -> entries.put("singular_time", time));
    return entries;
  }
}
