package org.metricflows.bridge.geometry;

import java.util.Optional;
import org.metricflows.bridge.check.AlgebraicCheck;
import org.metricflows.bridge.check.KahlerCheck;
import org.metricflows.bridge.derive.FlowDerivations;
import org.metricflows.bridge.kahler.AlgebraicProblem;
import org.metricflows.bridge.kahler.FrozenProblem;
import org.metricflows.bridge.kahler.PotentialProblem;
import org.metricflows.bridge.run.Problem;
import org.metricflows.bridge.spec.AlgebraicSpec;
import org.metricflows.bridge.spec.CalabiYauSpec;
import org.metricflows.bridge.spec.RunSpec;
import org.metricflows.bridge.spec.SpecSource;
import org.metricflows.bridge.variety.SampleReport;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.typesetting.FlowDocument;

/** Kähler metrics on Calabi–Yau varieties. */
final class VarietyGeometry implements Geometry<RunSpec> {

  @Override
  public String section() {
    return "variety";
  }

  @Override
  public RunSpec read(SpecSource source) {
    return source.readVariety();
  }

  @Override
  public Problem problem(RunSpec spec) {
    if (spec instanceof AlgebraicSpec algebraic) {
      return AlgebraicProblem.of(algebraic);
    }
    CalabiYauSpec variety = (CalabiYauSpec) spec;
    return variety.setting().isFrozen() ? FrozenProblem.of(variety) : PotentialProblem.of(variety);
  }

  @Override
  public Optional<Answer<FlowDocument>> derivation() {
    return Optional.of(source -> FlowDerivations.of(potential(source, "derive")));
  }

  @Override
  public Optional<Answer<Check>> check() {
    return Optional.of(source -> check(source.alone().readVariety()));
  }

  private static Check check(RunSpec spec) {
    if (spec instanceof AlgebraicSpec algebraic) {
      return AlgebraicCheck.of(algebraic)::run;
    }
    CalabiYauSpec variety = (CalabiYauSpec) spec;
    return progress -> KahlerCheck.of(variety, progress);
  }

  private static CalabiYauSpec potential(SpecSource source, String command) {
    if (source.alone().readVariety() instanceof CalabiYauSpec spec) {
      return spec;
    }
    throw InputException.of(
        "metric.ansatz",
        "'" + command + "' is for metrics of a potential, not for 'algebraic' ones");
  }

  @Override
  public Optional<Answer<SampleReport>> sample() {
    return Optional.of(source -> SampleReport.of(source.readSampling()));
  }
}
