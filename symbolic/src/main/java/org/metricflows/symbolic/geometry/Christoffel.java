package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.expression.Expr;

/** The Levi-Civita connection's symbols, with the upper index lowered and in place. */
final class Christoffel {
  private final Lines lines;
  private final MetricJet metric;
  private final InverseMetric inverse;

  Christoffel(Lines lines, MetricJet metric, InverseMetric inverse) {
    this.lines = lines;
    this.metric = metric;
    this.inverse = inverse;
  }

  /** Γ_k,ij = ½(∂_i g_jk + ∂_j g_ik − ∂_k g_ij). */
  Expr lowered(int k, int i, int j) {
    int low = Math.min(i, j);
    int high = Math.max(i, j);
    String latex = "\\Gamma_{" + Lines.digits(k) + "," + Lines.digits(low, high) + "}";
    return lines.line(
        "GammaLow" + Lines.digits(k, low, high),
        latex,
        () ->
            Expr.sum(
                    List.of(
                        metric.first(high, k, low),
                        metric.first(low, k, high),
                        metric.first(low, high, k).negate()))
                .over(2));
  }

  /** Γ^k_ij = g^kl Γ_l,ij. */
  Expr get(int k, int i, int j) {
    int low = Math.min(i, j);
    int high = Math.max(i, j);
    String latex = "\\Gamma^{" + Lines.digits(k) + "}_{" + Lines.digits(low, high) + "}";
    return lines.line(
        "Gamma" + Lines.digits(k, low, high),
        latex,
        () -> {
          List<Expr> terms = new ArrayList<>();
          for (int l = 0; l < metric.dimension(); l++) {
            terms.add(inverse.get(k, l).times(lowered(l, low, high)));
          }
          return Expr.sum(terms);
        });
  }
}
