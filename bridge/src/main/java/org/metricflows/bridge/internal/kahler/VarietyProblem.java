package org.metricflows.bridge.internal.kahler;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.numeric.internal.variety.VarietySample;

/**
 * A Kähler metric on a variety with what moves it. Models are a network's potential, what a frozen
 * kernel adds to the Fubini–Study metric, or sections; each says which drives it takes.
 */
public final class VarietyProblem {

  private VarietyProblem() {}

  /**
   * Samples the variety, derives and compiles.
   *
   * @throws org.metricflows.symbolic.InputException naming the field, if the variety is none, the
   *     activation is not smooth or has no kernel with four derivatives, or there are more points
   *     than can be solved for
   */
  public static Problem of(CalabiYauSpec spec) {
    Compiler compiler = new Compiler();
    VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), compiler);
    if (spec.setting().isFrozen()) {
      FrozenMetric model = FrozenMetric.of(spec, sample, compiler);
      return Problem.of(model, model.drive(spec));
    }
    return PotentialModel.of(spec, sample, compiler).problem(spec);
  }

  /**
   * Samples the variety and finds the sections.
   *
   * @throws org.metricflows.symbolic.InputException see {@link AlgebraicEvaluators#of}
   */
  public static Problem of(AlgebraicSpec spec) {
    return AlgebraicModel.problem(spec);
  }
}
