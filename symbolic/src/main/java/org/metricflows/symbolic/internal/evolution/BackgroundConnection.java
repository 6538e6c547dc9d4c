package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.network.Ansatz;

/**
 * The symbols Γ̄^k_ij of a background with their first derivatives, which {@link DeTurckField} and
 * {@link DeTurckFlow} read: those of the metric that the ansatz makes at the start, where f = 0.
 *
 * @param ansatz how f makes the metric
 * @param dimension d
 */
public record BackgroundConnection(Ansatz ansatz, int dimension) {

  /** Jets of f and of the reference ↦ Γ^k_ij, ∂_1Γ^k_ij, …: k = 1 first, ij = 11, 12, … in each. */
  public Derivation symbols() {
    EvolvingMetric metric = EvolvingMetric.of(ansatz, dimension);
    List<String> outputs = new ArrayList<>();
    for (Jet symbol : Connection.define(metric.builder(), metric.geometry()).symbols()) {
      for (Expr coefficient : symbol.coefficients()) {
        String name = "out" + outputs.size();
        metric.builder().define(name, coefficient);
        outputs.add(name);
      }
    }
    return metric.builder().build(outputs);
  }

  /** Declares what {@link #symbols} gives as inputs back111, back111d1, …, in its order. */
  static List<Jet> inputs(Derivation.Builder builder, int d) {
    List<Jet> jets = new ArrayList<>();
    for (int k = 1; k <= d; k++) {
      for (int i = 1; i <= d; i++) {
        for (int j = i; j <= d; j++) {
          String latex = "\\bar\\Gamma^{" + k + "}_{" + i + j + "}";
          jets.add(Jet.input(builder, "back" + k + i + j, latex, d, 1));
        }
      }
    }
    return jets;
  }
}
