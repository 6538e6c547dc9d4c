package org.metricflows.bridge.kahler;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.run.Clock;
import org.metricflows.bridge.run.Problem;
import org.metricflows.bridge.run.Run;
import org.metricflows.bridge.run.RunOutcome;
import org.metricflows.bridge.spec.AlgebraicSpec;
import org.metricflows.numeric.algebraic.DonaldsonIteration;
import org.metricflows.numeric.flow.Evolution;
import org.metricflows.numeric.flow.FlowRecord;

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
  public Map<String, Object> observe(FlowRecord record) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("balance_defect", iteration.defect(record.state()));
    entries.putAll(evaluators.record(evaluators.metric(record.state())));
    entries.put(Run.CPU_SECONDS, 0.0);
    return entries;
  }

  @Override
  public Map<String, Object> closing(RunOutcome outcome) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("kappa", evaluators.sample().kappa());
    entries.put("volume_omega", evaluators.sample().volumeOmega());
    entries.put("sections", evaluators.sections().count());
    return entries;
  }
}
