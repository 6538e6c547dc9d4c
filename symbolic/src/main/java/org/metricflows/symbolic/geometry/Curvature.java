package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/**
 * The curvature of a metric jet, written into a derivation line by line as it is asked for.
 *
 * <p>Every accessor returns what later lines should use: a name of the derivation, or a number
 * where the quantity is one. All indices count from 0. Conventions: R^a_bcd = ∂_cΓ^a_bd − ∂_dΓ^a_bc
 * + …, R_bd = R^a_bad, so that unit spheres have R &gt; 0.
 */
public final class Curvature {
  private final Derivation.Builder builder;
  private final MetricJet metric;
  private final Lines lines;
  private final InverseMetric inverse;
  private final Christoffel christoffel;
  private final RiemannTensor riemann;
  private final RicciTensor ricci;
  private final WeylTensor weyl;

  private Curvature(Derivation.Builder builder, MetricJet metric) {
    this.builder = builder;
    this.metric = metric;
    this.lines = new Lines(builder);
    this.inverse = new InverseMetric(lines, metric);
    this.christoffel = new Christoffel(lines, metric, inverse);
    this.riemann = new RiemannTensor(lines, metric, christoffel);
    this.ricci = new RicciTensor(lines, metric, inverse, riemann);
    this.weyl = new WeylTensor(lines, metric, riemann, ricci);
  }

  /** The curvature of {@code metric}; its lines go to {@code builder}, one metric a builder. */
  public static Curvature of(Derivation.Builder builder, MetricJet metric) {
    return new Curvature(builder, metric);
  }

  public MetricJet metric() {
    return metric;
  }

  public int dimension() {
    return metric.dimension();
  }

  /** The derivation that the lines are written to. */
  public Derivation.Builder builder() {
    return builder;
  }

  /** det g. */
  public Expr det() {
    return inverse.determinant();
  }

  /** √|det g|. */
  public Expr sqrtDet() {
    return lines.line("sqrtdet", "\\sqrt{|g|}", () -> Expr.sqrt(Call.of(Fn.ABS, det())));
  }

  /**
   * √(s det g) for a metric whose determinant has the sign s, cheaper than {@link #sqrtDet}; NaN
   * where it has the other sign.
   */
  public Expr sqrtDet(int sign) {
    return lines.line("sqrtdets", "\\sqrt{|g|}", () -> Expr.sqrt(det().times(sign)));
  }

  /** ∂_k log √|det g| = Γ^i_ik = ½ g^ij ∂_k g_ij. */
  public Expr logVolumeGradient(int k) {
    return lines.line(
        "dlogvol" + Lines.digits(k),
        "\\partial_{" + Lines.digits(k) + "}\\log\\sqrt{|g|}",
        () -> trace((i, j) -> metric.first(i, j, k)).over(2));
  }

  /** g^ij. */
  public Expr ginv(int i, int j) {
    return inverse.get(i, j);
  }

  /** Γ_k,ij, the derivative index lowered. */
  public Expr gammaLowered(int k, int i, int j) {
    return christoffel.lowered(k, i, j);
  }

  /** Γ^k_ij. */
  public Expr gamma(int k, int i, int j) {
    return christoffel.get(k, i, j);
  }

  /** R_abcd. */
  public Expr riemann(int a, int b, int c, int d) {
    return riemann.component(a, b, c, d);
  }

  /** R_ij. */
  public Expr ricci(int i, int j) {
    return ricci.get(i, j);
  }

  /** R^i_j. */
  public Expr ricciMixed(int i, int j) {
    return ricci.mixed(i, j);
  }

  /** R. */
  public Expr scalar() {
    return ricci.scalar();
  }

  /** |Ric|² = R_ij R^ij. */
  public Expr ricciSquared() {
    return ricci.squared();
  }

  /** G_ij = R_ij − ½ R g_ij. */
  public Expr einstein(int i, int j) {
    String digits = Lines.digits(Math.min(i, j), Math.max(i, j));
    return lines.line(
        "Ein" + digits,
        "G_{" + digits + "}",
        () ->
            dimension() == 2
                ? Rational.ZERO
                : ricci(i, j).minus(scalar().times(metric.g(i, j)).over(2)));
  }

  /** C_abcd, zero below dimension 4. */
  public Expr weyl(int a, int b, int c, int d) {
    return weyl.component(a, b, c, d);
  }

  /** R_abcd R^abcd. */
  public Expr kretschmann() {
    return new BivectorSquare(lines, inverse, dimension(), riemann, "Riem")
        .line("Kret", "R_{abcd}R^{abcd}");
  }

  /** C_abcd C^abcd. */
  public Expr weylSquared() {
    return new BivectorSquare(lines, inverse, dimension(), weyl, "Weyl")
        .line("WeylSq", "C_{abcd}C^{abcd}");
  }

  /** ∇_i∇_j f = ∂_i∂_j f − Γ^k_ij ∂_k f. */
  public Expr hessian(Jet f, int i, int j) {
    List<Expr> terms = new ArrayList<>(List.of(f.second(i, j)));
    for (int k = 0; k < dimension(); k++) {
      terms.add(gamma(k, i, j).times(f.first(k)).negate());
    }
    return Expr.sum(terms);
  }

  /** Δf = g^ij ∇_i∇_j f. */
  public Expr laplacian(Jet f) {
    return trace((i, j) -> hessian(f, i, j));
  }

  /** |∇f|² = g^ij ∂_i f ∂_j f. */
  public Expr gradientSquared(Jet f) {
    return trace((i, j) -> f.first(i).times(f.first(j)));
  }

  /** (L_X g)_ij = X^k ∂_k g_ij + g_kj ∂_i X^k + g_ik ∂_j X^k, from the jets of X¹ … X^d. */
  public Expr lieDerivative(List<Jet> field, int i, int j) {
    List<Expr> terms = new ArrayList<>();
    for (int k = 0; k < dimension(); k++) {
      terms.add(field.get(k).value().times(metric.first(i, j, k)));
      terms.add(metric.g(k, j).times(field.get(k).first(i)));
      terms.add(metric.g(i, k).times(field.get(k).first(j)));
    }
    return Expr.sum(terms);
  }

  /** g^ij T_ij of a symmetric tensor. */
  public Expr trace(Components tensor) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < dimension(); i++) {
      for (int j = i; j < dimension(); j++) {
        terms.add(ginv(i, j).times(tensor.get(i, j)).times(i == j ? 1 : 2));
      }
    }
    return Expr.sum(terms);
  }

  /** The components of a symmetric tensor. */
  @FunctionalInterface
  public interface Components {
    Expr get(int i, int j);
  }
}
