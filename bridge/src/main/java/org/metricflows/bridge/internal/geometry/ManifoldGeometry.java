package org.metricflows.bridge.internal.geometry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.metricflows.bridge.internal.check.SpecCheck;
import org.metricflows.bridge.internal.curvature.CurvatureNumbers;
import org.metricflows.bridge.internal.curvature.PointCurvature;
import org.metricflows.bridge.internal.derive.FlowDerivations;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.flow.ChartEvaluation;
import org.metricflows.bridge.internal.flow.ChartProblem;
import org.metricflows.bridge.internal.manifold.Submanifold;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.spec.ManifoldSpec;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.typesetting.FlowDocument;

/** Metrics on closed submanifolds of R^N, in a chart of its own around each point. */
final class ManifoldGeometry implements Geometry<Spec> {

  @Override
  public String section() {
    return "manifold";
  }

  @Override
  public Spec read(SpecSource source) {
    return source.read(Purpose.RUN);
  }

  @Override
  public Problem problem(Spec spec) {
    return ChartProblem.of(spec);
  }

  @Override
  public Optional<Answer<FlowDocument>> derivation() {
    return Optional.of(source -> FlowDerivations.of(source.read(Purpose.DERIVE)));
  }

  @Override
  public Optional<Answer<Curvature>> curvature() {
    return Optional.of(source -> OfBackground.of(source.read(Purpose.CURVATURE)));
  }

  @Override
  public Optional<Answer<Check>> check() {
    return Optional.of(source -> SpecCheck.of(source.read(Purpose.CHECK))::run);
  }

  @Override
  public Optional<Answer<Evaluation>> evaluation() {
    return Optional.of(source -> ChartEvaluation.of(source.read(Purpose.RUN)));
  }

  /** The curvature of a background metric, in an orthonormal frame of the tangent space. */
  private record OfBackground(List<String> coordinates, PointCurvature curvature)
      implements Curvature {

    static OfBackground of(Spec spec) {
      ManifoldSpec manifold = (ManifoldSpec) spec.space();
      Submanifold points = Submanifold.of(manifold);
      return new OfBackground(
          manifold.coordinates(),
          PointCurvature.of(
              manifold.functions(),
              manifold.components(spec.metric().background().components()),
              (field, x) -> points.located(x, field)));
    }

    @Override
    public List<String> frame() {
      return IntStream.rangeClosed(1, curvature.dimension()).mapToObj(String::valueOf).toList();
    }

    @Override
    public Told everywhere() {
      throw InputException.of(
          "--at",
          "is missing: charts of a 'manifold' are known as power series around points, of which"
              + " there are numbers; give "
              + String.join(",", coordinates));
    }

    @Override
    public Numbers at(String field, double... point) {
      return new Numbers(Map.of(), Optional.of(curvature.withoutRounding(field, point)));
    }

    @Override
    public Map<String, Object> document(String field, double... point) {
      CurvatureNumbers numbers = curvature.at(field, point);
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("at", point);
      tree.putAll(numbers.toTree());
      return tree;
    }
  }
}
