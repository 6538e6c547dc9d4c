package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.expression.Expr;

/**
 * The Levi-Civita connection of a left-invariant metric by Koszul's formula, ∇_{e_i} e_j = Γ^k_ij
 * e_k. In a frame Γ^k_ij is not symmetric in i and j.
 */
final class FrameConnection {
  private final Lines lines;
  private final LieAlgebra algebra;
  private final MetricJet metric;
  private final InverseMetric inverse;

  FrameConnection(Lines lines, LieAlgebra algebra, MetricJet metric, InverseMetric inverse) {
    this.lines = lines;
    this.algebra = algebra;
    this.metric = metric;
    this.inverse = inverse;
  }

  /** C_k,ij = g_kl C^l_ij = ⟨[e_i, e_j], e_k⟩. */
  private Expr bracket(int k, int i, int j) {
    if (i == j) {
      return Expr.of(0);
    }
    if (i > j) {
      return bracket(k, j, i).negate();
    }
    return lines.line(
        "C" + Lines.digits(k, i, j),
        "C_{" + Lines.digits(k) + "," + Lines.digits(i, j) + "}",
        () -> {
          List<Expr> terms = new ArrayList<>();
          for (int l = 0; l < metric.dimension(); l++) {
            terms.add(metric.g(k, l).times(algebra.constant(l, i, j)));
          }
          return Expr.sum(terms);
        });
  }

  /** Γ_k,ij = ½(C_k,ij − C_i,jk + C_j,ki), antisymmetric in k and j. */
  Expr lowered(int k, int i, int j) {
    if (k == j) {
      return Expr.of(0);
    }
    if (k > j) {
      return lowered(j, i, k).negate();
    }
    return lines.line(
        "GammaLow" + Lines.digits(k, i, j),
        "\\Gamma_{" + Lines.digits(k) + "," + Lines.digits(i, j) + "}",
        () ->
            Expr.sum(List.of(bracket(k, i, j), bracket(i, j, k).negate(), bracket(j, k, i)))
                .over(2));
  }

  /** Γ^k_ij = g^kl Γ_l,ij. */
  Expr get(int k, int i, int j) {
    return lines.line(
        "Gamma" + Lines.digits(k, i, j),
        "\\Gamma^{" + Lines.digits(k) + "}_{" + Lines.digits(i, j) + "}",
        () -> {
          List<Expr> terms = new ArrayList<>();
          for (int l = 0; l < metric.dimension(); l++) {
            terms.add(inverse.get(k, l).times(lowered(l, i, j)));
          }
          return Expr.sum(terms);
        });
  }
}
