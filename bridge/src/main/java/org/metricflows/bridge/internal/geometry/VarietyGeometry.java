package org.metricflows.bridge.internal.geometry;

import java.util.Optional;
import org.metricflows.bridge.internal.check.AlgebraicCheck;
import org.metricflows.bridge.internal.check.KahlerCheck;
import org.metricflows.bridge.internal.derive.FlowDerivations;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.evaluate.Spectra;
import org.metricflows.bridge.internal.export.Exports;
import org.metricflows.bridge.internal.export.SpecExports;
import org.metricflows.bridge.internal.kahler.VarietyEvaluation;
import org.metricflows.bridge.internal.kahler.VarietyProblem;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.RunSpec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.bridge.internal.variety.SampleReport;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.typesetting.FlowDocument;

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
      return VarietyProblem.of(algebraic);
    }
    return VarietyProblem.of((CalabiYauSpec) spec);
  }

  @Override
  public Optional<Answer<FlowDocument>> derivation() {
    return Optional.of(source -> FlowDerivations.of(potential(source, "derive")));
  }

  @Override
  public Optional<Answer<Exports>> export() {
    return Optional.of(source -> SpecExports.of(potential(source, "export")));
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
  public Optional<Answer<Evaluation>> evaluation() {
    return Optional.of(source -> evaluation(source.alone().readVariety()));
  }

  private static Evaluation evaluation(RunSpec spec) {
    return spec instanceof AlgebraicSpec algebraic
        ? VarietyEvaluation.of(algebraic)
        : VarietyEvaluation.of((CalabiYauSpec) spec);
  }

  @Override
  public Optional<Answer<Spectra>> spectra() {
    return Optional.of(source -> spectra(source.alone().readVariety()));
  }

  private static Spectra spectra(RunSpec spec) {
    return spec instanceof AlgebraicSpec algebraic
        ? VarietyEvaluation.spectra(algebraic)
        : VarietyEvaluation.spectra((CalabiYauSpec) spec);
  }

  @Override
  public Optional<Answer<SampleReport>> sample() {
    return Optional.of(source -> SampleReport.of(source.readSampling()));
  }
}
