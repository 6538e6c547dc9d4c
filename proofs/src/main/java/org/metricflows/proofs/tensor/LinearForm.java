package org.metricflows.proofs.tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.proofs.formula.Formula;
import org.metricflows.symbolic.expression.Rational;

/**
 * A scalar formula as a sum of numbers times atoms, so that e^{f/2+g} and e^g e^{f/2} are found to
 * be products of the same exponentials.
 */
record LinearForm(Map<Formula, Rational> terms) {

  static LinearForm of(Formula formula) {
    Map<Formula, Rational> terms = new LinkedHashMap<>();
    collect(formula, Rational.of(1), terms);
    terms.values().removeIf(c -> c.signum() == 0);
    return new LinearForm(terms);
  }

  private static void collect(Formula formula, Rational factor, Map<Formula, Rational> terms) {
    if (formula instanceof Formula.Sum sum) {
      sum.terms().forEach(t -> collect(t, factor, terms));
    } else if (formula instanceof Formula.Number number) {
      terms.merge(Formula.of(1), factor.multiply(number.value()), Rational::add);
    } else if (formula instanceof Formula.Product product) {
      collectProduct(product, factor, terms);
    } else {
      terms.merge(formula, factor, Rational::add);
    }
  }

  private static void collectProduct(
      Formula.Product product, Rational factor, Map<Formula, Rational> terms) {
    Rational coefficient = factor;
    List<Formula> rest = new ArrayList<>();
    for (Formula part : flat(product.factors()).factors()) {
      if (part instanceof Formula.Number number) {
        coefficient = coefficient.multiply(number.value());
      } else {
        rest.add(part);
      }
    }
    for (int i = 0; i < rest.size(); i++) {
      if (rest.get(i) instanceof Formula.Sum sum) {
        for (Formula term : sum.terms()) {
          List<Formula> distributed = new ArrayList<>(rest);
          distributed.set(i, term);
          collect(flat(distributed), coefficient, terms);
        }
        return;
      }
    }
    if (rest.isEmpty()) {
      terms.merge(Formula.of(1), coefficient, Rational::add);
    } else {
      rest.sort((a, b) -> a.toString().compareTo(b.toString()));
      Formula atom = rest.size() == 1 ? rest.get(0) : new Formula.Product(rest);
      terms.merge(atom, coefficient, Rational::add);
    }
  }

  private static Formula.Product flat(List<Formula> factors) {
    List<Formula> flat = new ArrayList<>();
    for (Formula factor : factors) {
      if (factor instanceof Formula.Product inner) {
        flat.addAll(flat(inner.factors()).factors());
      } else {
        flat.add(factor);
      }
    }
    return new Formula.Product(flat);
  }
}
