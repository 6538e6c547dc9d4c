package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.derivation.SymmetricIndex;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.loss.PointField;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

/**
 * DeWitt's factor Ω_ij,kl = g_ik g_jl + g_il g_jk in the jet form of a flow, for {@code additive}
 * metrics.
 *
 * <p>The velocity −∫ Θ(x, x') Ω_ij,kl(x') δL/δg_kl(x') dx'/m(x') needs the derivatives, by the jets
 * of a test function ψ, of the variation of L along h_kl = Ω_ij,kl ψ/m. With P the jet of Ω_ij,kl/m
 * Leibniz's rule gives
 *
 * <pre>
 *   by ψ: Σ_β a_β ∂^β P,   by ∂_iψ: a_i P + Σ_j (1+δ_ij) a_ij ∂_jP,   by ∂_ijψ: a_ij P
 * </pre>
 *
 * from a_β = ∂L/∂(∂^β g_kl), summed over k ≤ l. With the loss −F and m its density this is
 * Perelman's flow, smoothed by Θ.
 *
 * @param dimension d
 * @param order of the jets that the loss reads, 0 to 2
 */
public record DeWittSupermetric(int dimension, int order) {

  /** The jets of 1/m at each point; m = 1 for losses without a density of their own. */
  public List<PointField> fields(Expr density, List<Symbol> coordinates) {
    List<PointField> fields = new ArrayList<>();
    List<String> suffixes = Jet.suffixes(dimension, order);
    Jet inverse = Jet.of(density.pow(-1), coordinates, order);
    for (int c = 0; c < suffixes.size(); c++) {
      fields.add(
          new PointField(
              "invm" + suffixes.get(c), latex(suffixes.get(c)), inverse.coefficients().get(c)));
    }
    return fields;
  }

  private static String latex(String suffix) {
    return suffix.isEmpty() ? "m^{-1}" : "\\partial_{" + suffix.substring(1) + "}m^{-1}";
  }

  /**
   * Jets of f, adjoints a_β by independent components (named like the jets, with an {@code a}
   * before them), jets of the reference, the {@link #fields} ↦ what drives each component, laid out
   * like the jets of f.
   */
  public Derivation drive() {
    Derivation.Builder builder = Derivation.builder();
    List<Jet> f = ChartAnsatz.ADDITIVE.outputJets(builder, dimension, order);
    List<Jet> adjoints = new ArrayList<>();
    for (String name : ChartAnsatz.ADDITIVE.outputNames(dimension)) {
      adjoints.add(Jet.input(builder, "a" + name, "a^{" + name + "}", dimension, order));
    }
    List<Jet> reference = ChartAnsatz.ADDITIVE.referenceJets(builder, dimension, order);
    Jet inverse = Jet.input(builder, "invm", "m^{-1}", dimension, order);
    List<Jet> metric = new ArrayList<>();
    List<String> indices = Ansatz.indices(dimension);
    List<Jet> g = ChartAnsatz.ADDITIVE.metric(reference, f);
    for (int c = 0; c < g.size(); c++) {
      metric.add(g.get(c).define(builder, "g" + indices.get(c), "g_{" + indices.get(c) + "}"));
    }
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      for (int j = i; j < dimension; j++) {
        outputs.addAll(drive(builder, metric, adjoints, inverse, i, j));
      }
    }
    return builder.build(outputs);
  }

  private List<String> drive(
      Derivation.Builder builder, List<Jet> g, List<Jet> adjoints, Jet inverse, int i, int j) {
    List<List<Expr>> terms = new ArrayList<>();
    for (int c = 0; c < Jet.size(dimension, order); c++) {
      terms.add(new ArrayList<>());
    }
    String ij = "" + (i + 1) + (j + 1);
    for (int k = 0; k < dimension; k++) {
      for (int l = k; l < dimension; l++) {
        String name = "P" + ij + (k + 1) + (l + 1);
        Jet factor =
            product(g, i, k, j, l)
                .plus(product(g, i, l, j, k))
                .times(inverse)
                .define(builder, name, name);
        transpose(factor, adjoints.get(component(k, l)), terms);
      }
    }
    List<String> names = new ArrayList<>();
    for (String suffix : Jet.suffixes(dimension, order)) {
      String name = "drive" + ij + suffix;
      builder.define(name, Expr.sum(terms.get(names.size())));
      names.add(name);
    }
    return names;
  }

  private Jet product(List<Jet> g, int i, int k, int j, int l) {
    return g.get(component(i, k)).times(g.get(component(j, l)));
  }

  /** Adds to each coefficient's terms what Σ_β a_β ∂^β(P ψ) has before it. */
  private void transpose(Jet p, Jet a, List<List<Expr>> terms) {
    int d = dimension;
    for (int c = 0; c < terms.size(); c++) {
      terms.get(0).add(a.coefficients().get(c).times(p.coefficients().get(c)));
    }
    for (int i = 0; i < d && order >= 1; i++) {
      List<Expr> first = terms.get(1 + i);
      first.add(a.first(i).times(p.value()));
      for (int j = 0; j < d && order >= 2; j++) {
        Expr slope = a.second(i, j).times(p.first(j));
        first.add(i == j ? slope.times(2) : slope);
      }
    }
    for (int c = 1 + d; c < terms.size(); c++) {
      terms.get(c).add(a.coefficients().get(c).times(p.value()));
    }
  }

  private int component(int i, int j) {
    return new SymmetricIndex(dimension).of(i, j);
  }
}
