package org.metricflows.bridge.internal.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.Regime;
import org.metricflows.bridge.internal.spec.Width;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.kahler.KahlerMetric;
import org.metricflows.symbolic.internal.source.SourceModel;
import org.metricflows.symbolic.internal.source.SourceModel.Call;
import org.metricflows.symbolic.internal.source.SourceModel.Slice;
import org.metricflows.symbolic.internal.source.SourceModel.Step;
import org.metricflows.symbolic.internal.source.SourceModel.Term;
import org.metricflows.symbolic.internal.variety.Variety;
import org.metricflows.symbolic.internal.variety.VarietyDerivations;

/** The metric g_FS + ∂∂̄φ of a variety as a function of homogeneous coordinates. */
final class VarietyModel {
  private final CalabiYauSpec spec;
  private final Variety variety;
  private final int coordinates;
  private final int equations;
  private final int factors;
  private final int dimension;

  VarietyModel(CalabiYauSpec spec) {
    this.spec = spec;
    this.variety = spec.variety().variety();
    this.coordinates = variety.ambient().coordinates();
    this.equations = variety.codimension();
    this.factors = variety.ambient().factors();
    this.dimension = variety.dimension();
  }

  /** Whether the spec has a network whose function of the point is that of its parameters. */
  static boolean isOf(CalabiYauSpec spec) {
    return spec.regime() == Regime.NETWORK && spec.network().width() instanceof Width.Finite;
  }

  SourceModel model() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < coordinates; i++) {
      names.add("Re z" + i);
      names.add("Im z" + i);
    }
    ModelBuilder builder = new ModelBuilder(spec.title(), names);
    VarietyDerivations derivations = new VarietyDerivations(variety);
    Step scaled = scaled(builder);
    Slice z = scaled.part(0, 2 * coordinates);
    Step slopes = builder.apply("gradients", derivations.gradients(), List.of(z));
    Step chosen = chosen(builder, scaled.part(2 * coordinates, scaled.length()), slopes);
    Slice tangentIn = chosen.part(equations + dimension, chosen.length());
    Step tangent = builder.apply("tangent", derivations.tangent(), List.of(tangentIn));
    Step frame =
        builder.step(
            "frame_values",
            2 * dimension * coordinates,
            new Call.Frame(coordinates, equations, dimension),
            List.of(chosen.part(0, equations + dimension), tangent.part(0, tangent.length() - 1)));
    Slice omega = tangent.part(tangent.length() - 1, tangent.length());
    metric(builder, derivations, z, frame, omega);
    builder.output("omega_squared", List.of(), false, omega);
    builder.output("coordinates", List.of(coordinates), true, z);
    builder.output("frame", List.of(dimension, coordinates), true, frame.all());
    return builder.build();
  }

  private Step scaled(ModelBuilder builder) {
    List<Integer> sizes = variety.ambient().dimensions().stream().map(n -> n + 1).toList();
    return builder.step(
        "scaled_values",
        2 * coordinates + factors,
        new Call.Rescale(sizes),
        List.of(builder.point()));
  }

  private Step chosen(ModelBuilder builder, Slice patch, Step slopes) {
    return builder.step(
        "chosen_values",
        equations + dimension + 2 * equations * (equations + dimension),
        new Call.Eliminate(coordinates, equations, factors),
        List.of(patch, slopes.all()));
  }

  private void metric(
      ModelBuilder builder, VarietyDerivations derivations, Slice z, Step frame, Slice omega) {
    Derivation features = spec.features().jets(variety.ambient().dimensions(), dimension);
    Step jets = builder.apply("features", features, List.of(z, frame.all()));
    TrainedNetwork network = new TrainedNetwork(spec.network(), 1, 2 * dimension, seconds());
    List<Slice> phi = network.apply(builder, jets.all());
    Step background =
        builder.apply("fubinistudy", fubiniStudy(derivations), List.of(z, frame.all(), omega));
    List<Slice> inputs = new ArrayList<>(phi);
    inputs.add(background.all());
    inputs.add(omega);
    Step values = builder.apply("kahler", kahler(), inputs);
    int size = 2 * dimension * dimension;
    builder.output("potential", List.of(), false, values.part(0, 1));
    builder.output("metric", List.of(dimension, dimension), true, values.part(1, 1 + size));
    builder.output("determinant", List.of(), false, values.part(1 + size, 2 + size));
  }

  /** The packed Fubini–Study metric; the measure of sampling is not asked for. */
  private Derivation fubiniStudy(VarietyDerivations derivations) {
    List<Integer> lines = new ArrayList<>(Collections.nCopies(factors, 0));
    lines.set(largestFactor(), equations);
    Derivation metric = derivations.metric(lines);
    return metric.withOutputs(metric.outputs().subList(0, dimension * dimension));
  }

  private int largestFactor() {
    List<Integer> dimensions = variety.ambient().dimensions();
    return dimensions.indexOf(Collections.max(dimensions));
  }

  /** ∂_a∂_b̄ σ(z) has σ'' ∂_a z conj(∂_b z); firsts are x₁, y₁, x₂, …. */
  private List<List<Term>> seconds() {
    List<List<Term>> seconds = new ArrayList<>();
    for (int a = 0; a < dimension; a++) {
      int x = 2 * a;
      int y = x + 1;
      seconds.add(List.of(new Term(x, x, 1), new Term(y, y, 1)));
      for (int b = a + 1; b < dimension; b++) {
        int u = 2 * b;
        int v = u + 1;
        seconds.add(List.of(new Term(x, u, 1), new Term(y, v, 1)));
        seconds.add(List.of(new Term(y, u, 1), new Term(x, v, -1)));
      }
    }
    return seconds;
  }

  /** φ's jet, g_FS (m²), |Ω|² ↦ φ, g entry by entry as real and imaginary part, det g. */
  private Derivation kahler() {
    Derivation values = new KahlerMetric(dimension).values();
    Derivation.Builder builder = Derivation.builder();
    Symbol potential = builder.input("potential");
    for (int p = 0; p < 2 * dimension; p++) {
      builder.input("slope" + p);
    }
    builder.include(values);
    List<String> names = new ArrayList<>(List.of("phi"));
    builder.define("phi", potential);
    for (int a = 1; a <= dimension; a++) {
      for (int b = 1; b <= dimension; b++) {
        Expr re = builder.value("g" + Math.min(a, b) + Math.max(a, b) + (a == b ? "" : "r"));
        Expr im = a == b ? Expr.of(0) : builder.value("g" + Math.min(a, b) + Math.max(a, b) + "i");
        builder.define("re" + a + b, re);
        builder.define("im" + a + b, a <= b ? im : im.negate());
        names.addAll(List.of("re" + a + b, "im" + a + b));
      }
    }
    Expr q = values.outputs().get(values.outputs().size() - 1);
    builder.define("determinant", q.times(new Symbol("omega")));
    names.add("determinant");
    return builder.build(names);
  }
}
