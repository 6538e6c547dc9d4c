package org.metricflows.symbolic.internal.kernel;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.metricflows.symbolic.derivation.Numbers;
import org.metricflows.symbolic.expression.Expr;

/** Gaussian expectations by plain sums over the plane. */
final class Expectations {

  private Expectations() {}

  /**
   * E[f(u) g(v)] for (u, v) ~ N(0, [[p, r], [r, q]]) by the trapezoidal rule of step 0.08 over |s|,
   * |t| ≤ 12 in u = √p s, v = (r/√p) s + √(q − r²/p) t: exact to rounding for functions analytic
   * within |Im s| < 0.9 or so.
   */
  static double mean(Expr f, Expr g, double p, double q, double r) {
    double h = 0.08;
    double along = r / Math.sqrt(p);
    double across = Math.sqrt(q - r * r / p);
    double sum = 0;
    for (int i = -150; i <= 150; i++) {
      double s = i * h;
      double inner = 0;
      for (int j = -150; j <= 150; j++) {
        double t = j * h;
        inner += Math.exp(-t * t / 2) * value(g, along * s + across * t);
      }
      sum += Math.exp(-s * s / 2) * value(f, Math.sqrt(p) * s) * inner;
    }
    return sum * h * h / (2 * Math.PI);
  }

  /**
   * The same for f = g positively homogeneous of degree n = 0 or 1: an integral over the angle, by
   * the midpoint rule. Kinks and jumps between the 200,000 nodes leave 1e-10 and 1e-5.
   */
  static double homogeneousMean(DoubleUnaryOperator f, int n, double p, double q, double r) {
    int nodes = 200_000;
    double along = r / Math.sqrt(p);
    double across = Math.sqrt(q - r * r / p);
    double sum = 0;
    for (int i = 0; i < nodes; i++) {
      double angle = 2 * Math.PI * (i + 0.5) / nodes;
      double u = Math.sqrt(p) * Math.cos(angle);
      double v = along * Math.cos(angle) + across * Math.sin(angle);
      sum += f.applyAsDouble(u) * f.applyAsDouble(v);
    }
    return sum / nodes * (n == 1 ? 2 : 1);
  }

  static double value(Expr f, double u) {
    return Numbers.evaluate(f, Map.of(Dual.U, u));
  }

  static double value(Expr formula, double p, double q, double r) {
    return Numbers.evaluate(formula, Map.of(Dual.P, p, Dual.Q, q, Dual.R, r));
  }
}
