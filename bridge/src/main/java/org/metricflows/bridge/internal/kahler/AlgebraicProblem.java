package org.metricflows.bridge.internal.kahler;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.internal.run.Clock;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.algebraic.DonaldsonIteration;
import org.metricflows.numeric.internal.flow.Evolution;
import org.metricflows.numeric.internal.flow.FlowRecord;

/** Donaldson's iteration to a balanced algebraic metric, ready to run. */
public final class AlgebraicProblem implements Problem {

  private final AlgebraicEvaluators evaluators;
  private final DonaldsonIteration iteration;
  private final Clock clock;

  private AlgebraicProblem(AlgebraicSpec spec) {
    this.evaluators = AlgebraicEvaluators.of(spec);
    this.iteration =
        new DonaldsonIteration(
            evaluators.map(), spec.iterations(), spec.tolerance(), spec.record());
    this.clock = Clock.counting("iteration", spec.iterations());
  }

  /**
   * Samples the variety and finds the sections.
   *
   * @throws org.metricflows.symbolic.InputException see {@link AlgebraicEvaluators#of}
   */
  public static AlgebraicProblem of(AlgebraicSpec spec) {
    return new AlgebraicProblem(spec);
  }

  @Override
  public Evolution evolution() {
    return iteration;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Observations<FlowRecord> observations() {
    return Observations.<double[]>at(Place.VARIETY)
        .with(Vocabulary.BALANCE_DEFECT, iteration::defect)
        .with(HeldOutRecord.OBSERVATIONS, y -> evaluators.heldOut(evaluators.metric(y)))
        .with(Vocabulary.CPU_SECONDS, y -> 0.0)
        .seenBy(FlowRecord::state);
  }

  @Override
  public Map<String, Object> closing(RunOutcome outcome) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("kappa", evaluators.sample().kappa());
    entries.put("volume_omega", evaluators.sample().volumeOmega());
    entries.put("sections", evaluators.sections().count());
    entries.put("checks", PositivityCheck.of(outcome.records()));
    return entries;
  }
}
