package org.metricflows.symbolic.internal.rational;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Sum;

/** An argument Σ qₖ mₖ with rational qₖ; a number is a multiple of m = 1. */
final class LinearParts {

  private LinearParts() {}

  static Map<Expr, Rational> of(Expr argument) {
    Map<Expr, Rational> parts = new LinkedHashMap<>();
    collect(argument, Rational.of(1), parts);
    parts.values().removeIf(q -> q.signum() == 0);
    return parts;
  }

  private static void collect(Expr e, Rational scale, Map<Expr, Rational> parts) {
    if (e instanceof Sum sum) {
      sum.terms().forEach(t -> collect(t, scale, parts));
    } else if (e instanceof Rational number) {
      parts.merge(Rational.ONE, number.multiply(scale), Rational::add);
    } else if (e instanceof Product product && !product.coefficient().isOne()) {
      collect(product.withoutCoefficient(), product.coefficient().multiply(scale), parts);
    } else {
      parts.merge(e, scale, Rational::add);
    }
  }
}
