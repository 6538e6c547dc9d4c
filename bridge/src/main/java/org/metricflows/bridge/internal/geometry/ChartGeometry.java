package org.metricflows.bridge.internal.geometry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.metricflows.bridge.internal.check.GridCheck;
import org.metricflows.bridge.internal.check.SpecCheck;
import org.metricflows.bridge.internal.curvature.CurvatureFormulas;
import org.metricflows.bridge.internal.curvature.CurvatureNumbers;
import org.metricflows.bridge.internal.curvature.CurvatureReport;
import org.metricflows.bridge.internal.derive.FlowDerivations;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.export.Exports;
import org.metricflows.bridge.internal.export.SpecExports;
import org.metricflows.bridge.internal.flow.ChartEvaluation;
import org.metricflows.bridge.internal.flow.ChartProblem;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.typesetting.FlowDocument;

/** Metrics in coordinates, at points or on a periodic grid. */
final class ChartGeometry implements Geometry<Spec> {

  @Override
  public String section() {
    return "chart";
  }

  @Override
  public Spec read(SpecSource source) {
    return source.read(Purpose.RUN, Geometries.otherThan(this));
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
    return Optional.of(
        source -> {
          Spec spec = source.read(Purpose.CURVATURE);
          CurvatureReport report = CurvatureReport.of(spec.chart(), spec.metric());
          return new OfBackground(spec.chart().coordinates(), report);
        });
  }

  @Override
  public Optional<Answer<Exports>> export() {
    return Optional.of(
        source ->
            SpecExports.of(source.read(source.has("loss") ? Purpose.DERIVE : Purpose.CURVATURE)));
  }

  @Override
  public Optional<Answer<Check>> check() {
    return Optional.of(source -> check(source.read(Purpose.CHECK)));
  }

  private static Check check(Spec spec) {
    if (spec.has("flow") && !spec.flow().dynamics().needs("loss")) {
      return GridCheck.of(spec.exact())::run; // of a network, the velocity that it follows
    }
    boolean onGrid = spec.has("flow") && spec.flow().dynamics().isOnGrid();
    return onGrid ? GridCheck.of(spec)::run : SpecCheck.of(spec)::run;
  }

  @Override
  public Optional<Answer<Evaluation>> evaluation() {
    return Optional.of(source -> ChartEvaluation.of(source.read(Purpose.RUN)));
  }

  @Override
  public Optional<Answer<KernelStatement>> kernel() {
    return Optional.of(
        source -> {
          Spec spec = source.read(Purpose.KERNEL);
          if (spec.network().periodic()) {
            throw InputException.of(
                "network.inputs",
                "'kernel' tells kernels of a network's inputs, not of the coordinates behind"
                    + " 'periodic' ones; leave it out and give the cosines and sines for points");
          }
          OptionalInt inputs =
              spec.has("chart") ? OptionalInt.of(spec.chart().dimension()) : OptionalInt.empty();
          return new KernelStatement(spec.network(), inputs);
        });
  }

  /** The curvature of a background metric. */
  private record OfBackground(List<String> coordinates, CurvatureReport report)
      implements Curvature {
    /** How long formulas are simplified; what outgrows it stays a named line. */
    private static final Duration TIME = Duration.ofSeconds(10);

    /** The same where numbers are wanted and should not wait. */
    private static final Duration TIME_BESIDE_NUMBERS = Duration.ofSeconds(2);

    @Override
    public Told everywhere() {
      CurvatureFormulas formulas = report.formulas(TIME);
      return new Told(
          formulas.lines(), formulas.sheet(), Map.of(), Map.of("closed_form", formulas.toTree()));
    }

    @Override
    public Numbers at(String field, double... point) {
      return new Numbers(Map.of(), Optional.of(report.withoutRounding(field, point)));
    }

    @Override
    public Map<String, Object> document(String field, double... point) {
      CurvatureNumbers numbers = report.at(field, point);
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("at", point);
      tree.putAll(numbers.toTree());
      tree.put("closed_form", report.formulas(TIME_BESIDE_NUMBERS).toTree());
      return tree;
    }
  }
}
