package org.metricflows.proofs.internal.tensor;

import org.metricflows.proofs.internal.formula.Formula;
import org.metricflows.proofs.internal.formula.FormulaException;
import org.metricflows.symbolic.expression.Rational;

/** Exponents: numbers, the dimension and other known numbers, and their sums and products. */
record Exponent(Setting setting) {

  Rational of(Formula formula) {
    if (formula instanceof Formula.Number number) {
      return number.value();
    } else if (formula instanceof Formula.Sum sum) {
      return sum.terms().stream().map(this::of).reduce(Rational.of(0), Rational::add);
    } else if (formula instanceof Formula.Product product) {
      return product.factors().stream().map(this::of).reduce(Rational.of(1), Rational::multiply);
    } else if (formula instanceof Formula.Power power) {
      return of(power.base()).power(of(power.exponent()).numerator().intValueExact());
    } else if (formula instanceof Formula.Reference name
        && name.indices().isEmpty()
        && setting.entity(name.name(), 0) instanceof Entity.Known known) {
      return known.value();
    }
    throw new FormulaException("an exponent is a number or made of numbers and d");
  }
}
