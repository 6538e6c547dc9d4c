package org.metricflows.bridge.internal.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.flow.Background;
import org.metricflows.bridge.internal.spec.Formula;
import org.metricflows.bridge.internal.spec.Regime;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.Width;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.internal.evolution.MetricTensors;
import org.metricflows.symbolic.internal.source.SourceModel;
import org.metricflows.symbolic.internal.source.SourceModel.Slice;
import org.metricflows.symbolic.internal.source.SourceModel.Step;
import org.metricflows.symbolic.internal.source.SourceModel.Term;
import org.metricflows.symbolic.network.ChartAnsatz;

/** The metric of a chart and its curvature as functions of the coordinates. */
final class ChartModel {
  private static final List<String> FIELDS =
      List.of("metric", "inverse", "determinant", "christoffel", "ricci", "scalar", "kretschmann");

  private final Spec spec;
  private final int dimension;

  ChartModel(Spec spec) {
    this.spec = spec;
    this.dimension = spec.chart().dimension();
  }

  /** Whether the spec has a network whose function of the point is that of its parameters. */
  static boolean isOf(Spec spec) {
    boolean network =
        spec.has("network") && (!spec.has("flow") || spec.flow().dynamics().needs("network"));
    return network
        && spec.setting().regime() == Regime.NETWORK
        && spec.network().width() instanceof Width.Finite;
  }

  /** g = G(x, f) of the spec's network. */
  SourceModel ofNetwork() {
    int order = spec.network().activation().isSmooth() ? 2 : 0;
    ModelBuilder builder = new ModelBuilder(spec.title(), spec.chart().coordinates());
    Step jets = builder.apply("coordinates", coordinates(order), List.of(builder.point()));
    int outputs = spec.metric().ansatz().outputs(dimension);
    TrainedNetwork network =
        new TrainedNetwork(
            spec.network(),
            outputs,
            order == 0 ? 0 : dimension,
            order == 0 ? List.of() : seconds());
    List<Slice> inputs = new ArrayList<>(network.apply(builder, jets.all()));
    List<MetricTensors.Field> fields = fields(order);
    tensors(
        builder,
        fields,
        new MetricTensors(spec.metric().ansatz(), dimension).of(fields),
        Background.of(spec).reference(order),
        inputs);
    return builder.build();
  }

  /** The background. */
  SourceModel ofBackground() {
    ModelBuilder builder = new ModelBuilder(spec.title(), spec.chart().coordinates());
    Background background =
        new Background(
            ChartAnsatz.ADDITIVE,
            spec.chart().functions(),
            spec.metric().background().components());
    MetricTensors tensors = new MetricTensors(ChartAnsatz.ADDITIVE, dimension);
    List<MetricTensors.Field> fields = fields(2);
    Map<Symbol, Expr> zeros = new HashMap<>();
    for (String f : ChartAnsatz.ADDITIVE.outputNames(dimension)) {
      Jet.suffixes(dimension, 2)
          .forEach(suffix -> zeros.put(new Symbol(f + suffix), Rational.ZERO));
    }
    Derivation curvature = tensors.of(fields).substitute(zeros, List.of());
    tensors(builder, fields, curvature, background.reference(2), new ArrayList<>());
    return builder.build();
  }

  /** What the network takes: coordinates, or their cosines and sines. */
  private List<Expr> inputs() {
    List<Expr> inputs = new ArrayList<>();
    for (Symbol x : spec.chart().symbols()) {
      Formula period = spec.chart().periods().get(x.name());
      if (spec.network().periodic() && period != null) {
        Expr angle = x.times(Constant.PI).times(2).over(period.value());
        inputs.add(Expr.cos(angle));
        inputs.add(Expr.sin(angle));
      } else {
        inputs.add(x);
      }
    }
    return inputs;
  }

  /** x ↦ the jets of what the network takes, coefficient by coefficient. */
  private Derivation coordinates(int order) {
    List<Symbol> coordinates = spec.chart().symbols();
    List<Expr> inputs = inputs();
    Derivation.Builder builder = Derivation.builder();
    coordinates.forEach(x -> builder.input(x.name()));
    List<String> names = new ArrayList<>();
    for (int k = 0; k < Jet.size(dimension, order); k++) {
      for (int i = 0; i < inputs.size(); i++) {
        Expr value = Jet.of(inputs.get(i), coordinates, order).coefficients().get(k);
        String name = "jet" + k + "of" + i;
        builder.define(name, value);
        names.add(name);
      }
    }
    return builder.build(names);
  }

  /** ∂_i∂_j σ(z) has σ'' ∂_i z ∂_j z. */
  private List<List<Term>> seconds() {
    List<List<Term>> seconds = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      for (int j = i; j < dimension; j++) {
        seconds.add(List.of(new Term(i, j, 1)));
      }
    }
    return seconds;
  }

  private static List<MetricTensors.Field> fields(int order) {
    return MetricTensors.ALL.stream()
        .filter(field -> FIELDS.contains(field.name()) && field.order() <= order)
        .toList();
  }

  /**
   * @param inputs the jets of f, output by output
   */
  private void tensors(
      ModelBuilder builder,
      List<MetricTensors.Field> fields,
      Derivation tensors,
      Derivation reference,
      List<Slice> inputs) {
    inputs.add(builder.apply("background", reference, List.of(builder.point())).all());
    Step values = builder.apply("tensors", tensors, inputs);
    int from = 0;
    for (MetricTensors.Field field : fields) {
      List<Integer> shape = Collections.nCopies(field.rank(), dimension);
      int to = from + shape.stream().reduce(1, (a, b) -> a * b);
      builder.output(field.name(), shape, false, values.part(from, to));
      from = to;
    }
  }
}
