package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;

/**
 * The curvature of a left-invariant metric on a Lie group, in the left-invariant frame, written
 * into a derivation line by line as it is asked for.
 *
 * <p>The components g_ij = ⟨e_i, e_j⟩ are constant over the group, so that with C_k,ij = g_kl
 * C^l_ij (J. Milnor, Curvatures of left invariant metrics on Lie groups, 1976)
 *
 * <pre>
 *   Γ_k,ij = ½(C_k,ij − C_i,jk + C_j,ki)
 *   R_abcd = Γ_a,ce Γ^e_db − Γ_a,de Γ^e_cb − C^e_cd Γ_a,eb
 * </pre>
 *
 * <p>and Ricci tensor, R and squares are contracted as in {@link Curvature}, with its signs. Any
 * Lie algebra will do, unimodular or not. Indices count from 0.
 */
public final class HomogeneousCurvature {
  private final Lines lines;
  private final MetricJet metric;
  private final InverseMetric inverse;
  private final FrameConnection connection;
  private final FrameRiemann riemann;
  private final RicciTensor ricci;

  private HomogeneousCurvature(Derivation.Builder builder, LieAlgebra algebra, MetricJet metric) {
    this.lines = new Lines(builder);
    this.metric = metric;
    this.inverse = new InverseMetric(lines, metric);
    this.connection = new FrameConnection(lines, algebra, metric, inverse);
    this.riemann = new FrameRiemann(lines, algebra, connection);
    this.ricci = new RicciTensor(lines, metric, inverse, riemann);
  }

  /**
   * The curvature of a metric; its lines go to {@code builder}.
   *
   * @param components g_ij in the order 11, 12, …, 22, …
   */
  public static HomogeneousCurvature of(
      Derivation.Builder builder, LieAlgebra algebra, List<? extends Expr> components) {
    int d = algebra.dimension();
    List<Jet> constant = components.stream().map(g -> Jet.constant(g, d, 0)).toList();
    return new HomogeneousCurvature(builder, algebra, new MetricJet(d, constant));
  }

  /** The curvature of the general metric; its components are the inputs g11, g12, …. */
  public static HomogeneousCurvature of(Derivation.Builder builder, LieAlgebra algebra) {
    List<Expr> components = new ArrayList<>();
    for (int i = 1; i <= algebra.dimension(); i++) {
      for (int j = i; j <= algebra.dimension(); j++) {
        components.add(builder.input("g" + i + j, "g_{" + i + j + "}"));
      }
    }
    return of(builder, algebra, components);
  }

  /** d. */
  public int dimension() {
    return metric.dimension();
  }

  /** g_ij. */
  public Expr g(int i, int j) {
    return metric.g(i, j);
  }

  /** √det g of a positive definite metric. */
  public Expr sqrtDet() {
    return lines.line("sqrtdet", "\\sqrt{\\det g}", () -> Expr.sqrt(inverse.determinant()));
  }

  /** Γ^k_ij of ∇_{e_i} e_j = Γ^k_ij e_k. */
  public Expr gamma(int k, int i, int j) {
    return connection.get(k, i, j);
  }

  /** R_abcd. */
  public Expr riemann(int a, int b, int c, int d) {
    return riemann.component(a, b, c, d);
  }

  /** R_ij. */
  public Expr ricci(int i, int j) {
    return ricci.get(i, j);
  }

  /** R. */
  public Expr scalar() {
    return ricci.scalar();
  }

  /** |Ric|² = R_ij R^ij. */
  public Expr ricciSquared() {
    return ricci.squared();
  }

  /** R_abcd R^abcd. */
  public Expr kretschmann() {
    return new BivectorSquare(lines, inverse, dimension(), riemann, "Riem")
        .line("Kret", "R_{abcd}R^{abcd}");
  }
}
