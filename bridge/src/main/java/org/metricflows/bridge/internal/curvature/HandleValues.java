package org.metricflows.bridge.internal.curvature;

import java.util.function.ToDoubleFunction;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;

/** Values of what a derivation hands out: names, numbers, and signed sums of names. */
record HandleValues(ToDoubleFunction<Symbol> names) implements ToDoubleFunction<Expr> {

  @Override
  public double applyAsDouble(Expr handle) {
    if (handle instanceof Symbol name) {
      return names.applyAsDouble(name);
    } else if (handle instanceof Rational number) {
      return number.toDouble();
    } else if (handle instanceof Constant constant) {
      return constant.value();
    } else if (handle instanceof Sum sum) {
      return sum.terms().stream().mapToDouble(this).sum();
    } else if (handle instanceof Product product) {
      return product.factors().stream().mapToDouble(this).reduce(1, (a, b) -> a * b);
    }
    throw new IllegalArgumentException(handle + " is not a combination of names");
  }
}
