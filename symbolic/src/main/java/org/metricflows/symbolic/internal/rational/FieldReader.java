package org.metricflows.symbolic.internal.rational;

import java.util.HashMap;
import java.util.Map;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.ExprVisitor;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;

/** Evaluates rational expressions of a field's generators, each subexpression once. */
final class FieldReader implements ExprVisitor<RationalFunction> {
  private final RationalField field;
  private final Map<Expr, RationalFunction> known = new HashMap<>();

  FieldReader(RationalField field) {
    this.field = field;
  }

  /** Fixes the value of a further symbol. */
  void define(Symbol name, RationalFunction value) {
    known.put(name, value);
  }

  RationalFunction read(Expr e) {
    RationalFunction value = known.get(e);
    if (value == null) {
      value = e.accept(this);
      known.put(e, value);
    }
    return value;
  }

  @Override
  public RationalFunction number(Rational number) {
    return field.constant(number);
  }

  @Override
  public RationalFunction symbol(Symbol symbol) {
    RationalFunction generator = field.generator(symbol);
    if (generator == null) {
      throw new BudgetException(symbol + " is not a generator");
    }
    return generator;
  }

  @Override
  public RationalFunction sum(Sum sum) {
    return field.sum(sum.terms().stream().map(this::read).toList());
  }

  @Override
  public RationalFunction product(Product product) {
    return product.factors().stream().map(this::read).reduce(field::product).orElseThrow();
  }

  @Override
  public RationalFunction power(Power power) {
    if (power.exponent() instanceof Rational n && n.isInteger()) {
      return field.power(read(power.base()), n.numerator().intValueExact());
    }
    throw notRational(power);
  }

  @Override
  public RationalFunction constant(Constant constant) {
    throw notRational(constant);
  }

  @Override
  public RationalFunction call(Call call) {
    throw notRational(call);
  }

  private static BudgetException notRational(Expr e) {
    return new BudgetException(e + " is not rational in the generators");
  }
}
