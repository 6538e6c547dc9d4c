package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.network.Ansatz;

/**
 * Perelman's gradient flow of F = ∫(R + |∇f|²) dm at a fixed measure dm = e^{−f} dV, ∂_t g_ij =
 * −2(R_ij + ∇_i∇_j f) (arXiv math/0211159, section 1).
 *
 * <p>It is Ricci flow seen through the diffeomorphisms that −∇f generates, for 2∇∇f = L_∇f g. The
 * metrics are {@code additive} ones.
 *
 * @param ansatz how f makes the metric, an additive one
 * @param dimension d
 */
public record PerelmanFlow(Ansatz ansatz, int dimension) {

  /** Jets of f and of the reference, then {@link DensityPotential#fields} ↦ −2(R_ij + ∇_i∇_j f). */
  public Derivation velocity() {
    EvolvingMetric metric = EvolvingMetric.of(ansatz, dimension);
    Curvature geometry = metric.geometry();
    Jet potential = DensityPotential.jet(metric.builder(), geometry);
    return metric
        .builder()
        .build(
            metric.define(
                "speed",
                (i, j) -> geometry.ricci(i, j).plus(geometry.hessian(potential, i, j)).times(-2)));
  }

  /**
   * The field whose diffeomorphisms lead back to Ricci flow, ∇^k f = g^kl ∂_l f; inputs as {@link
   * #velocity}.
   */
  public Derivation potentialGradient() {
    EvolvingMetric metric = EvolvingMetric.of(ansatz, dimension);
    Jet potential = DensityPotential.jet(metric.builder(), metric.geometry());
    List<String> outputs = new ArrayList<>();
    for (int k = 0; k < dimension; k++) {
      List<Expr> terms = new ArrayList<>();
      for (int l = 0; l < dimension; l++) {
        terms.add(metric.geometry().ginv(k, l).times(potential.first(l)));
      }
      String name = "gradf" + (k + 1);
      metric.builder().define(name, "\\nabla^{" + (k + 1) + "}f", Expr.sum(terms));
      outputs.add(name);
    }
    return metric.builder().build(outputs);
  }
}
