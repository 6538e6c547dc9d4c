package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.expression.Expr;

/** R_abcd from second derivatives of the metric and products of Christoffel symbols. */
final class RiemannTensor implements CurvatureSymmetry {
  private final Lines lines;
  private final MetricJet metric;
  private final Christoffel christoffel;

  RiemannTensor(Lines lines, MetricJet metric, Christoffel christoffel) {
    this.lines = lines;
    this.metric = metric;
    this.christoffel = christoffel;
  }

  @Override
  public Expr independent(int a, int b, int c, int d) {
    String digits = Lines.digits(a, b, c, d);
    return lines.line("Riem" + digits, "R_{" + digits + "}", () -> formula(a, b, c, d));
  }

  private Expr formula(int a, int b, int c, int d) {
    List<Expr> terms = new ArrayList<>();
    Expr linear =
        Expr.sum(
            List.of(
                metric.second(a, d, b, c),
                metric.second(b, c, a, d),
                metric.second(b, d, a, c).negate(),
                metric.second(a, c, b, d).negate()));
    terms.add(linear.over(2));
    for (int f = 0; f < metric.dimension(); f++) {
      terms.add(christoffel.lowered(f, b, c).times(christoffel.get(f, a, d)));
      terms.add(christoffel.lowered(f, b, d).times(christoffel.get(f, a, c)).negate());
    }
    return Expr.sum(terms);
  }
}
