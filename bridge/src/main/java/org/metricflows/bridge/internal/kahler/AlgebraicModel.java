package org.metricflows.bridge.internal.kahler;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.internal.run.Clock;
import org.metricflows.bridge.internal.run.Drive;
import org.metricflows.bridge.internal.run.Model;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.algebraic.DonaldsonIteration;

/** An algebraic metric: what is told of it at a matrix H, and the iteration that balances it. */
record AlgebraicModel(AlgebraicEvaluators evaluators, DonaldsonIteration iteration)
    implements Model<double[]> {

  static AlgebraicModel of(AlgebraicSpec spec) {
    AlgebraicEvaluators evaluators = AlgebraicEvaluators.of(spec);
    return new AlgebraicModel(
        evaluators,
        new DonaldsonIteration(
            evaluators.map(), spec.iterations(), spec.tolerance(), spec.record()));
  }

  /** Donaldson's iteration. */
  Drive<double[]> drive(AlgebraicSpec spec) {
    return Drive.of(iteration, Clock.counting("iteration", spec.iterations()));
  }

  @Override
  public Observations<Moment<double[]>> observations() {
    return Observations.<double[]>at(Place.VARIETY)
        .with(Vocabulary.BALANCE_DEFECT, iteration::defect)
        .with(HeldOutRecord.OBSERVATIONS, y -> evaluators.heldOut(evaluators.metric(y)))
        .with(Vocabulary.CPU_SECONDS, y -> 0.0)
        .seenBy(Moment::state);
  }

  @Override
  public Map<String, Object> closing(double[] last, RunOutcome outcome) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("kappa", evaluators.sample().kappa());
    entries.put("volume_omega", evaluators.sample().volumeOmega());
    entries.put("sections", evaluators.sections().count());
    entries.put("checks", PositivityCheck.of(outcome.records()));
    return entries;
  }
}
