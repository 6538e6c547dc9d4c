package org.metricflows.symbolic.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The values of expressions in an algebra, from the leaves up, operands left to right. */
record Fold<T>(ExprAlgebra<T> algebra, Function<? super Symbol, ? extends T> symbols)
    implements ExprVisitor<T> {

  @Override
  public T number(Rational number) {
    return algebra.number(number);
  }

  @Override
  public T constant(Constant constant) {
    return algebra.constant(constant);
  }

  @Override
  public T symbol(Symbol symbol) {
    T value = symbols.apply(symbol);
    if (value == null) {
      throw new IllegalArgumentException("symbol " + symbol.name() + " has no value");
    }
    return value;
  }

  @Override
  public T sum(Sum sum) {
    return algebra.sum(values(sum.terms()));
  }

  @Override
  public T product(Product product) {
    return algebra.product(values(product.factors()));
  }

  @Override
  public T power(Power power) {
    T base = power.base().accept(this);
    return power.exponent() instanceof Rational exponent
        ? algebra.power(base, exponent)
        : algebra.power(base, power.exponent().accept(this));
  }

  @Override
  public T call(Call call) {
    return algebra.call(call.function(), values(call.arguments()));
  }

  private List<T> values(List<Expr> operands) {
    List<T> values = new ArrayList<>(operands.size());
    for (Expr operand : operands) {
      values.add(operand.accept(this));
    }
    return values;
  }
}
