package org.metricflows.symbolic.internal.rational;

import java.util.HashMap;
import java.util.Map;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;

/** Evaluates rational expressions of a field's generators, each subexpression once. */
final class FieldReader {
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
      value = evaluate(e);
      known.put(e, value);
    }
    return value;
  }

  private RationalFunction evaluate(Expr e) {
    if (e instanceof Rational number) {
      return field.constant(number);
    } else if (e instanceof Symbol symbol) {
      return generator(symbol);
    } else if (e instanceof Sum sum) {
      return field.sum(sum.terms().stream().map(this::read).toList());
    } else if (e instanceof Product product) {
      return product.factors().stream().map(this::read).reduce(field::product).orElseThrow();
    } else if (e instanceof Power power
        && power.exponent() instanceof Rational n
        && n.isInteger()) {
      return field.power(read(power.base()), n.numerator().intValueExact());
    }
    throw new BudgetException(e + " is not rational in the generators");
  }

  private RationalFunction generator(Symbol symbol) {
    RationalFunction generator = field.generator(symbol);
    if (generator == null) {
      throw new BudgetException(symbol + " is not a generator");
    }
    return generator;
  }
}
