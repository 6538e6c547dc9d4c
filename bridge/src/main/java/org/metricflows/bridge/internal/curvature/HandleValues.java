package org.metricflows.bridge.internal.curvature;

import java.util.function.ToDoubleFunction;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.ExprVisitor;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;

/** Values of what a derivation hands out: names, numbers, and signed sums of names. */
record HandleValues(ToDoubleFunction<Symbol> names)
    implements ToDoubleFunction<Expr>, ExprVisitor<Double> {

  @Override
  public double applyAsDouble(Expr handle) {
    return handle.accept(this);
  }

  @Override
  public Double number(Rational number) {
    return number.toDouble();
  }

  @Override
  public Double constant(Constant constant) {
    return constant.value();
  }

  @Override
  public Double symbol(Symbol name) {
    return names.applyAsDouble(name);
  }

  @Override
  public Double sum(Sum sum) {
    return sum.terms().stream().mapToDouble(this).sum();
  }

  @Override
  public Double product(Product product) {
    return product.factors().stream().mapToDouble(this).reduce(1, (a, b) -> a * b);
  }

  @Override
  public Double power(Power power) {
    throw noCombination(power);
  }

  @Override
  public Double call(Call call) {
    throw noCombination(call);
  }

  private static IllegalArgumentException noCombination(Expr handle) {
    return new IllegalArgumentException(handle + " is not a combination of names");
  }
}
