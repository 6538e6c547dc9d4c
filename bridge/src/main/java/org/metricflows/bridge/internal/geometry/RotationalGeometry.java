package org.metricflows.bridge.internal.geometry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.check.SolitonCheck;
import org.metricflows.bridge.internal.check.SphereCheck;
import org.metricflows.bridge.internal.curvature.Rounding;
import org.metricflows.bridge.internal.derive.FlowDerivations;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.export.Exports;
import org.metricflows.bridge.internal.export.SpecExports;
import org.metricflows.bridge.internal.rotational.RotationalCurvature;
import org.metricflows.bridge.internal.rotational.RotationalEvaluation;
import org.metricflows.bridge.internal.rotational.RotationalNumbers;
import org.metricflows.bridge.internal.rotational.SolitonProblem;
import org.metricflows.bridge.internal.rotational.SphereProblem;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.typesetting.FlowDocument;

/** Rotationally symmetric metrics. */
final class RotationalGeometry implements Geometry<RotationalSpec> {

  @Override
  public String section() {
    return "rotational";
  }

  @Override
  public RotationalSpec read(SpecSource source) {
    return source.readRotational();
  }

  @Override
  public Problem problem(RotationalSpec spec) {
    return spec.shape() instanceof RotationalSpec.Soliton
        ? SolitonProblem.of(spec)
        : SphereProblem.of(spec);
  }

  @Override
  public Optional<Answer<FlowDocument>> derivation() {
    return Optional.of(source -> FlowDerivations.of(source.alone().readRotational()));
  }

  @Override
  public Optional<Answer<Curvature>> curvature() {
    return Optional.of(
        source -> new OfProfile(RotationalCurvature.of(source.alone().readRotational())));
  }

  @Override
  public Optional<Answer<Exports>> export() {
    return Optional.of(source -> SpecExports.of(source.alone().readRotational()));
  }

  @Override
  public Optional<Answer<Check>> check() {
    return Optional.of(source -> check(source.alone().readRotational()));
  }

  private static Check check(RotationalSpec spec) {
    return spec.shape() instanceof RotationalSpec.Soliton
        ? SolitonCheck.of(spec)::run
        : SphereCheck.of(spec)::run;
  }

  @Override
  public Optional<Answer<Evaluation>> evaluation() {
    return Optional.of(source -> RotationalEvaluation.of(source.alone().readRotational()));
  }

  /** The curvature of a radius and a lapse. */
  private record OfProfile(RotationalCurvature curvature) implements Curvature {

    @Override
    public List<String> coordinates() {
      return List.of(curvature.coordinate());
    }

    @Override
    public Told everywhere() {
      return new Told(
          curvature.lines(),
          curvature.sheet(),
          Map.of(),
          Map.of("closed_form", curvature.closedForms()));
    }

    @Override
    public Numbers at(String field, double... point) {
      Map<String, double[]> values = curvature.named(curvature.at(field, point[0]));
      List<Map<String, double[]>> nearby =
          Rounding.near(point).flatMap(p -> near(p[0]).stream()).toList();
      Map<String, double[]> clean = new LinkedHashMap<>();
      values.forEach(
          (name, value) -> {
            double[] there = nearby.stream().mapToDouble(v -> v.get(name)[0]).toArray();
            clean.put(name, new double[] {Rounding.removed(value[0], there)});
          });
      return new Numbers(clean, Optional.empty());
    }

    /** None beyond a pole. */
    private Optional<Map<String, double[]>> near(double x) {
      try {
        return Optional.of(curvature.named(curvature.at("", x)));
      } catch (InputException e) {
        return Optional.empty();
      }
    }

    @Override
    public Map<String, Object> document(String field, double... point) {
      RotationalNumbers numbers = curvature.at(field, point[0]);
      Map<String, Object> tree = new LinkedHashMap<>(numbers.toTree());
      tree.put("closed_form", curvature.closedForms());
      return tree;
    }
  }
}
