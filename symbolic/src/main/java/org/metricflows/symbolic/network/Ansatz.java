package org.metricflows.symbolic.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

/**
 * How network outputs f make a metric g from a reference metric g₀, pointwise.
 *
 * <p>Symmetric matrices are lists of their independent components 11, 12, …, 1d, 22, … (i ≤ j);
 * lower-triangular matrices the same, component ij (i ≤ j) standing for the entry of row j, column
 * i.
 */
public enum Ansatz {
  /** g = g₀ + f: a linear head, the metric's kernel is the network's. */
  ADDITIVE("additive", "g_{ij} = g^{0}_{ij} + f_{ij}"),
  /** g = e^{2f} g₀ with one output. */
  CONFORMAL("conformal", "g_{ij} = \\mathrm{e}^{2f} g^{0}_{ij}"),
  /** g_ii = g₀_ii e^{2 f_i}, off-diagonal components zero. */
  DIAGONAL_EXPONENTIAL("diagonal-exponential", "g_{ii} = g^{0}_{ii}\\, \\mathrm{e}^{2 f_i}"),
  /** g = (C + f)(C + f)ᵀ with C the Cholesky factor of g₀: positive semi-definite always. */
  CHOLESKY("cholesky", "g = (C + f)(C + f)^{T},\\quad C C^{T} = g^{0}");

  private final String key;
  private final String latex;

  Ansatz(String key, String latex) {
    this.key = key;
    this.latex = latex;
  }

  /** The name in a spec. */
  public String key() {
    return key;
  }

  /** The defining formula. */
  public String latex() {
    return latex;
  }

  /** The names in specs. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Ansatz::key).toList();
  }

  /** The number of network outputs in dimension d. */
  public int outputs(int d) {
    return outputNames(d).size();
  }

  /** The outputs' names: f, f11, f22, … or f11, f12, …. */
  public List<String> outputNames(int d) {
    return switch (this) {
      case CONFORMAL -> List.of("f");
      case DIAGONAL_EXPONENTIAL -> components(d).stream().filter(Ansatz::isDiagonal).toList();
      case ADDITIVE, CHOLESKY -> components(d);
    };
  }

  private static List<String> components(int d) {
    return indices(d).stream().map(ij -> "f" + ij).toList();
  }

  private static boolean isDiagonal(String name) {
    return name.charAt(1) == name.charAt(2);
  }

  /** The independent components as index pairs: 11, 12, …, 1d, 22, …. */
  public static List<String> indices(int d) {
    List<String> indices = new ArrayList<>();
    for (int i = 1; i <= d; i++) {
      for (int j = i; j <= d; j++) {
        indices.add("" + i + j);
      }
    }
    return indices;
  }

  /** Declares the jets of the network outputs as inputs of a derivation. */
  public List<Jet> outputJets(Derivation.Builder builder, int d, int order) {
    return outputNames(d).stream()
        .map(name -> Jet.input(builder, name, latexName(name), d, order))
        .toList();
  }

  private static String latexName(String name) {
    return name.length() == 1 ? name : name.charAt(0) + "_{" + name.substring(1) + "}";
  }

  /** Declares the jets of the reference, see {@link #reference}, as inputs of a derivation. */
  public List<Jet> referenceJets(Derivation.Builder builder, int d, int order) {
    return indices(d).stream()
        .map(ij -> Jet.input(builder, "r" + ij, "r_{" + ij + "}", d, order))
        .toList();
  }

  /**
   * What the ansatz refers to: g₀ itself, or its Cholesky factor C.
   *
   * @param background the jets of g₀'s components
   */
  public List<Jet> reference(Derivation.Builder builder, List<Jet> background) {
    return this == CHOLESKY ? CholeskyFactor.of(builder, background) : background;
  }

  /**
   * The jets of g's independent components.
   *
   * @param reference jets of {@link #reference}, one a component
   * @param f jets of the network outputs
   */
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
