package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.derivation.SymmetricIndex;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.network.Ansatz;

/**
 * What Perelman's functionals integrate over a fixed measure dm = e^{−f} dV (arXiv math/0211159,
 * sections 1 and 3).
 *
 * <pre>
 *   F = ∫ (R + |∇f|²) dm,     dF/dt = −∫ (R^ij + ∇^i∇^j f) ∂_t g_ij dm
 *   W = ∫ (τ(R + |∇f|²) + f − d) dm
 * </pre>
 *
 * @param ansatz how f makes the metric
 * @param dimension d
 */
public record PerelmanFunctionals(Ansatz ansatz, int dimension) {

  /**
   * Jets of f and of the reference, then {@link DensityPotential#fields}, then the components h11,
   * h12, … of a change of metric ↦ |∇f|², Δf, |Ric+∇∇f|² and (R^ij + ∇^i∇^j f) h_ij.
   */
  public Derivation densities() {
    EvolvingMetric metric = EvolvingMetric.of(ansatz, dimension);
    Derivation.Builder builder = metric.builder();
    Curvature geometry = metric.geometry();
    Jet potential = DensityPotential.jet(builder, geometry);
    List<Expr> h = new ArrayList<>();
    for (String ij : Ansatz.indices(dimension)) {
      h.add(builder.input("h" + ij, "h_{" + ij + "}"));
    }
    metric.define("S", (i, j) -> geometry.ricci(i, j).plus(geometry.hessian(potential, i, j)));
    Expr[][] mixed = mixed(metric);
    Expr square = square(mixed);
    Expr against = against(mixed, geometry, h);
    builder.define("gradf2", "|\\nabla f|^2", geometry.gradientSquared(potential));
    builder.define("lapf", "\\Delta f", geometry.laplacian(potential));
    builder.define("S2", "|\\mathrm{Ric}+\\nabla\\nabla f|^2", square);
    builder.define("Sh", "\\langle \\mathrm{Ric}+\\nabla\\nabla f, h\\rangle", against);
    return builder.build("gradf2", "lapf", "S2", "Sh");
  }

  /** S_i^j = S_ik g^kj at [i][j], of S = Ric + ∇∇f. */
  private Expr[][] mixed(EvolvingMetric metric) {
    Expr[][] mixed = new Expr[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < dimension; k++) {
          String name = "S" + (Math.min(i, k) + 1) + (Math.max(i, k) + 1);
          terms.add(metric.builder().value(name).times(metric.geometry().ginv(k, j)));
        }
        String digits = "" + (i + 1) + (j + 1);
        String latex = "S_{" + (i + 1) + "}{}^{" + (j + 1) + "}";
        mixed[i][j] = metric.builder().define("Sm" + digits, latex, Expr.sum(terms));
      }
    }
    return mixed;
  }

  /** |S|² = S_i^j S_j^i. */
  private Expr square(Expr[][] mixed) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        terms.add(mixed[i][j].times(mixed[j][i]));
      }
    }
    return Expr.sum(terms);
  }

  /** S^jk h_jk = S_i^j g^ki h_jk. */
  private Expr against(Expr[][] mixed, Curvature geometry, List<Expr> h) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        for (int k = 0; k < dimension; k++) {
          Expr change = h.get(new SymmetricIndex(dimension).of(j, k));
          terms.add(Expr.product(List.of(mixed[i][j], geometry.ginv(k, i), change)));
        }
      }
    }
    return Expr.sum(terms);
  }
}
