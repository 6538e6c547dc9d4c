package org.metricflows.bridge.internal.flow;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.SpaceSpec;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.symbolic.derivation.Coordinates;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

/**
 * The reference metric of an ansatz as a function of the coordinates.
 *
 * @param ansatz what refers to it
 * @param coordinates what functions on the space are formulas of
 * @param metric the independent components g₀_11, g₀_12, …, of the coordinates
 */
public record Background(Ansatz ansatz, Coordinates coordinates, List<Expr> metric) {

  /** Copies its list. */
  public Background {
    metric = List.copyOf(metric);
  }

  /** The background of a spec as its ansatz sees it. */
  public static Background of(Spec spec) {
    SpaceSpec space = spec.space();
    return new Background(
        spec.metric().ansatz(),
        space.functions(),
        space.components(spec.metric().background().components()));
  }

  int dimension() {
    return coordinates.dimension();
  }

  /** Coordinates ↦ jets of the ansatz's reference, component by component. */
  public Derivation reference(int order) {
    Derivation.Builder builder = Derivation.builder();
    coordinates.symbols().forEach(x -> builder.input(x.name()));
    List<String> indices = Ansatz.indices(dimension());
    List<Jet> jets = new ArrayList<>();
    for (int c = 0; c < metric.size(); c++) {
      Jet jet = Jet.of(metric.get(c), coordinates, order);
      jets.add(jet.define(builder, "b" + indices.get(c), "g^{0}_{" + indices.get(c) + "}"));
    }
    List<Jet> reference = ansatz.reference(builder, jets);
    List<String> outputs = new ArrayList<>();
    for (int c = 0; c < reference.size(); c++) {
      List<Expr> coefficients = reference.get(c).coefficients();
      for (int k = 0; k < coefficients.size(); k++) {
        String name = "out" + c + "k" + k;
        builder.define(name, coefficients.get(k));
        outputs.add(name);
      }
    }
    return builder.build(outputs);
  }

  /** The jets of the reference at points: {@code [component·J + jet][point]}. */
  double[][] referenceAt(Compiler compiler, double[][] coordinateColumns, int order) {
    return PointColumns.evaluate(compiler, reference(order), coordinateColumns);
  }

  /** The background itself at points: {@code [component][point]}. */
  double[][] metricAt(Compiler compiler, double[][] coordinateColumns) {
    Background plain = new Background(ChartAnsatz.ADDITIVE, coordinates, metric);
    return plain.referenceAt(compiler, coordinateColumns, 0);
  }
}
