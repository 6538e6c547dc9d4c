package org.metricflows.symbolic.geometry;

import java.util.List;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

/** The trace-free part of the Riemann tensor, zero below dimension 4. */
final class WeylTensor implements CurvatureSymmetry {
  private final Lines lines;
  private final MetricJet metric;
  private final RiemannTensor riemann;
  private final RicciTensor ricci;

  WeylTensor(Lines lines, MetricJet metric, RiemannTensor riemann, RicciTensor ricci) {
    this.lines = lines;
    this.metric = metric;
    this.riemann = riemann;
    this.ricci = ricci;
  }

  @Override
  public Expr independent(int a, int b, int c, int d) {
    if (metric.dimension() < 4) {
      return Rational.ZERO;
    }
    String digits = Lines.digits(a, b, c, d);
    return lines.line("Weyl" + digits, "C_{" + digits + "}", () -> formula(a, b, c, d));
  }

  private Expr formula(int a, int b, int c, int d) {
    int n = metric.dimension();
    Expr trace =
        Expr.sum(
            List.of(
                metric.g(a, c).times(ricci.get(b, d)),
                metric.g(b, d).times(ricci.get(a, c)),
                metric.g(a, d).times(ricci.get(b, c)).negate(),
                metric.g(b, c).times(ricci.get(a, d)).negate()));
    Expr constant =
        metric.g(a, c).times(metric.g(b, d)).minus(metric.g(a, d).times(metric.g(b, c)));
    return riemann
        .component(a, b, c, d)
        .minus(trace.over(n - 2))
        .plus(ricci.scalar().times(constant).over((n - 1L) * (n - 2)));
  }
}
