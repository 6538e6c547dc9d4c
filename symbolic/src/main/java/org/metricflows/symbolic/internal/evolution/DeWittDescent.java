package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.derivation.SymmetricIndex;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

/**
 * Steepest descent of a loss in DeWitt's supermetric ⟨h, k⟩ = ∫ g^ik g^jl h_ij k_kl dm, up to the
 * factor 2 of Ω_ij,kl = g_ik g_jl + g_il g_jk: ∂_t g_ij = −2 g_ik g_jl E^kl / m with E = δL/δg
 * (DeWitt, Phys. Rev. 160 (1967) 1113). The metrics are {@code additive} ones.
 *
 * <p>This is the flow at a point; {@link DeWittSupermetric} has the same factor before a kernel.
 *
 * @param dimension d
 */
public record DeWittDescent(int dimension) {

  /**
   * Values of f, E_c = δL/δg_c by independent components, values of the reference, the density m ↦
   * −2 g_ik g_jl E^kl/m.
   */
  public Derivation velocity() {
    Derivation.Builder builder = Derivation.builder();
    List<Jet> f = ChartAnsatz.ADDITIVE.outputJets(builder, dimension, 0);
    List<Expr> gradient = gradient(builder);
    List<Jet> reference = ChartAnsatz.ADDITIVE.referenceJets(builder, dimension, 0);
    List<Expr> g = ChartAnsatz.ADDITIVE.metric(reference, f).stream().map(Jet::value).toList();
    Symbol density = builder.input("m");
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      for (int j = i; j < dimension; j++) {
        String name = "speed" + (i + 1) + (j + 1);
        builder.define(name, lowered(g, gradient, i, j).times(-2).over(density));
        outputs.add(name);
      }
    }
    return builder.build(outputs);
  }

  /** E^kl: an independent component off the diagonal stands for two equal entries. */
  private List<Expr> gradient(Derivation.Builder builder) {
    List<Expr> gradient = new ArrayList<>();
    for (String ij : Ansatz.indices(dimension)) {
      Symbol e = builder.input("E" + ij, "E^{" + ij + "}");
      gradient.add(ij.charAt(0) == ij.charAt(1) ? e : e.over(2));
    }
    return gradient;
  }

  /** g_ik g_jl E^kl. */
  private Expr lowered(List<Expr> g, List<Expr> gradient, int i, int j) {
    List<Expr> terms = new ArrayList<>();
    for (int k = 0; k < dimension; k++) {
      for (int l = 0; l < dimension; l++) {
        Expr lowering = g.get(component(i, k)).times(g.get(component(j, l)));
        terms.add(lowering.times(gradient.get(component(k, l))));
      }
    }
    return Expr.sum(terms);
  }

  private int component(int i, int j) {
    return new SymmetricIndex(dimension).of(i, j);
  }
}
