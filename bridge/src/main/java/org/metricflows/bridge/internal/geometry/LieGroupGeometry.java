package org.metricflows.bridge.internal.geometry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.check.LieGroupCheck;
import org.metricflows.bridge.internal.derive.FlowDerivations;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.export.Exports;
import org.metricflows.bridge.internal.export.SpecExports;
import org.metricflows.bridge.internal.homogeneous.HomogeneousReport;
import org.metricflows.bridge.internal.homogeneous.LieGroupEvaluation;
import org.metricflows.bridge.internal.homogeneous.LieGroupProblem;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.spec.HomogeneousSpec;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.typesetting.FlowDocument;

/** Left-invariant metrics on Lie groups. */
final class LieGroupGeometry implements Geometry<HomogeneousSpec> {

  @Override
  public String section() {
    return "lie_algebra";
  }

  @Override
  public HomogeneousSpec read(SpecSource source) {
    return source.readLieAlgebra(Purpose.RUN);
  }

  @Override
  public Problem problem(HomogeneousSpec spec) {
    return LieGroupProblem.of(spec);
  }

  @Override
  public Optional<Answer<FlowDocument>> derivation() {
    return Optional.of(source -> FlowDerivations.of(source.readLieAlgebra(Purpose.DERIVE)));
  }

  @Override
  public Optional<Answer<Curvature>> curvature() {
    return Optional.of(
        source -> new OfFrame(HomogeneousReport.of(source.readLieAlgebra(Purpose.CURVATURE))));
  }

  @Override
  public Optional<Answer<Exports>> export() {
    return Optional.of(source -> SpecExports.of(source.readLieAlgebra(Purpose.DERIVE)));
  }

  @Override
  public Optional<Answer<Check>> check() {
    return Optional.of(source -> LieGroupCheck.of(source.readLieAlgebra(Purpose.CHECK))::run);
  }

  @Override
  public Optional<Answer<Evaluation>> evaluation() {
    return Optional.of(source -> LieGroupEvaluation.of(source.readLieAlgebra(Purpose.RUN)));
  }

  /** The curvature in the frame of left-invariant fields. */
  private record OfFrame(HomogeneousReport report) implements Curvature {

    @Override
    public List<String> coordinates() {
      return List.of();
    }

    @Override
    public Told everywhere() {
      return new Told(
          report.lines(),
          report.sheet(),
          Map.of("eigenvalues of Ric relative to g", report.ricciEigenvalues()),
          report.toTree());
    }

    @Override
    public Numbers at(String field, double... point) {
      throw same(field);
    }

    @Override
    public Map<String, Object> document(String field, double... point) {
      throw same(field);
    }

    private static InputException same(String field) {
      return InputException.of(field, "a left-invariant metric is the same at every point");
    }
  }
}
