package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.expression.Expr;

/** The Ricci tensor, its trace and its square; in dimension 2 all three are the Gauss curvature. */
final class RicciTensor {
  private final Lines lines;
  private final MetricJet metric;
  private final InverseMetric inverse;
  private final CurvatureSymmetry riemann;

  RicciTensor(Lines lines, MetricJet metric, InverseMetric inverse, CurvatureSymmetry riemann) {
    this.lines = lines;
    this.metric = metric;
    this.inverse = inverse;
    this.riemann = riemann;
  }

  /** R_bd = g^ac R_abcd. */
  Expr get(int b, int d) {
    String digits = Lines.digits(Math.min(b, d), Math.max(b, d));
    return lines.line("Ric" + digits, "R_{" + digits + "}", () -> formula(b, d));
  }

  private Expr formula(int b, int d) {
    if (metric.dimension() == 2) {
      return gauss().times(metric.g(b, d));
    }
    List<Expr> terms = new ArrayList<>();
    for (int a = 0; a < metric.dimension(); a++) {
      for (int c = 0; c < metric.dimension(); c++) {
        if (a != b && c != d) {
          terms.add(inverse.get(a, c).times(riemann.component(a, b, c, d)));
        }
      }
    }
    return Expr.sum(terms);
  }

  /** K = R_1212 / det g, of a surface. */
  private Expr gauss() {
    return lines.line(
        "Gauss", "K", () -> riemann.component(0, 1, 0, 1).over(inverse.determinant()));
  }

  /** R^i_j = g^ik R_kj. */
  Expr mixed(int i, int j) {
    String latex = "R^{" + Lines.digits(i) + "}{}_{" + Lines.digits(j) + "}";
    return lines.line(
        "RicMix" + Lines.digits(i, j),
        latex,
        () -> {
          List<Expr> terms = new ArrayList<>();
          for (int k = 0; k < metric.dimension(); k++) {
            terms.add(inverse.get(i, k).times(get(k, j)));
          }
          return Expr.sum(terms);
        });
  }

  /** R = g^bd R_bd. */
  Expr scalar() {
    return lines.line("Rscal", "R", this::scalarFormula);
  }

  private Expr scalarFormula() {
    if (metric.dimension() == 2) {
      return gauss().times(2);
    }
    List<Expr> terms = new ArrayList<>();
    for (int b = 0; b < metric.dimension(); b++) {
      for (int d = 0; d < metric.dimension(); d++) {
        terms.add(inverse.get(b, d).times(get(b, d)));
      }
    }
    return Expr.sum(terms);
  }

  /** |Ric|² = R^i_j R^j_i. */
  Expr squared() {
    return lines.line("RicSq", "|\\mathrm{Ric}|^2", this::squaredFormula);
  }

  private Expr squaredFormula() {
    if (metric.dimension() == 2) {
      return gauss().pow(2).times(2);
    }
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < metric.dimension(); i++) {
      for (int j = 0; j < metric.dimension(); j++) {
        terms.add(mixed(i, j).times(mixed(j, i)));
      }
    }
    return Expr.sum(terms);
  }
}
