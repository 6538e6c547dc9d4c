package org.metricflows.symbolic.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

/** The ansätze whose outputs are functions on a chart, component by component. */
public enum ChartAnsatz implements Ansatz {
  /** g = g₀ + f: a linear head, the metric's kernel is the network's. */
  ADDITIVE("additive", "g_{ij} = g^{0}_{ij} + f_{ij}", "g_ij = g0_ij + f_ij"),
  /** g = e^{2f} g₀ with one output. */
  CONFORMAL("conformal", "g_{ij} = \\mathrm{e}^{2f} g^{0}_{ij}", "g_ij = exp(2 f) g0_ij"),
  /** g_ii = g₀_ii e^{2 f_i}, off-diagonal components zero. */
  DIAGONAL_EXPONENTIAL(
      "diagonal-exponential",
      "g_{ii} = g^{0}_{ii}\\, \\mathrm{e}^{2 f_i}",
      "g_ii = g0_ii exp(2 f_i)"),
  /** g = (C + f)(C + f)ᵀ with C the Cholesky factor of g₀: positive semi-definite always. */
  CHOLESKY(
      "cholesky",
      "g = (C + f)(C + f)^{T},\\quad C C^{T} = g^{0}",
      "g = (C + f)(C + f)^T, C C^T = g0");

  private final String key;
  private final String latex;
  private final String text;

  ChartAnsatz(String key, String latex, String text) {
    this.key = key;
    this.latex = latex;
    this.text = text;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String latex() {
    return latex;
  }

  @Override
  public String text() {
    return text;
  }

  /** The names in specs. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Ansatz::key).toList();
  }

  @Override
  public List<String> outputNames(int d) {
    return switch (this) {
      case CONFORMAL -> List.of("f");
      case DIAGONAL_EXPONENTIAL -> components(d).stream().filter(ChartAnsatz::isDiagonal).toList();
      case ADDITIVE, CHOLESKY -> components(d);
    };
  }

  private static List<String> components(int d) {
    return Ansatz.indices(d).stream().map(ij -> "f" + ij).toList();
  }

  private static boolean isDiagonal(String name) {
    return name.charAt(1) == name.charAt(2);
  }

  @Override
  public boolean isAdditive() {
    return this == ADDITIVE;
  }

  @Override
  public List<Jet> reference(Derivation.Builder builder, List<Jet> background) {
    return this == CHOLESKY ? CholeskyFactor.of(builder, background) : background;
  }

  @Override
  public List<Jet> metric(List<Jet> reference, List<Jet> f) {
    return switch (this) {
      case ADDITIVE -> additive(reference, f);
      case CONFORMAL -> conformal(reference, f.get(0));
      case DIAGONAL_EXPONENTIAL -> diagonal(reference, f);
      case CHOLESKY -> CholeskyFactor.square(additive(reference, f));
    };
  }

  private static List<Jet> additive(List<Jet> reference, List<Jet> f) {
    List<Jet> g = new ArrayList<>();
    for (int c = 0; c < reference.size(); c++) {
      g.add(reference.get(c).plus(f.get(c)));
    }
    return g;
  }

  private static List<Jet> conformal(List<Jet> reference, Jet f) {
    Jet factor = f.compose(u -> Expr.exp(u.times(2)));
    return reference.stream().map(factor::times).toList();
  }

  private static List<Jet> diagonal(List<Jet> reference, List<Jet> f) {
    int d = f.size();
    List<Jet> g = new ArrayList<>();
    int c = 0;
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++, c++) {
        Jet r = reference.get(c);
        g.add(
            i == j
                ? r.times(f.get(i).compose(u -> Expr.exp(u.times(2))))
                : Jet.constant(Rational.ZERO, r.dimension(), r.order()));
      }
    }
    return g;
  }
}
