package org.metricflows.proofs.internal.tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metricflows.proofs.internal.formula.Formula;
import org.metricflows.symbolic.expression.Rational;

/**
 * A scalar formula as a sum of numbers times atoms, so that e^{f/2+g} and e^g e^{f/2} are found to
 * be products of the same exponentials.
 *
 * <p>An atom is a product of powers in a fixed order; sums are multiplied out, powers of products
 * distributed.
 */
record LinearForm(Map<Formula, Rational> terms) {

  static LinearForm of(Formula formula) {
    Map<Formula, Rational> terms = new LinkedHashMap<>();
    collect(formula, Rational.of(1), terms);
    terms.values().removeIf(c -> c.signum() == 0);
    return new LinearForm(terms);
  }

  private static void collect(Formula formula, Rational scale, Map<Formula, Rational> terms) {
    if (formula instanceof Formula.Sum sum) {
      sum.terms().forEach(t -> collect(t, scale, terms));
      return;
    }
    List<Formula> factors = new ArrayList<>();
    flatten(formula, factors);
    for (int i = 0; i < factors.size(); i++) {
      if (factors.get(i) instanceof Formula.Sum sum) {
        for (Formula term : sum.terms()) {
          List<Formula> distributed = new ArrayList<>(factors);
          distributed.set(i, term);
          collect(new Formula.Product(distributed), scale, terms);
        }
        return;
      }
    }
    monomial(factors, scale, terms);
  }

  private static void monomial(
      List<Formula> factors, Rational scale, Map<Formula, Rational> terms) {
    Rational coefficient = scale;
    Map<String, Formula> bases = new TreeMap<>();
    Map<String, Rational> powers = new LinkedHashMap<>();
    for (Formula factor : factors) {
      if (factor instanceof Formula.Number number) {
        coefficient = coefficient.multiply(number.value());
      } else {
        Formula base = base(factor);
        bases.put(base.toString(), base);
        powers.merge(base.toString(), exponent(factor), Rational::add);
      }
    }
    List<Formula> parts = new ArrayList<>();
    bases.forEach(
        (key, base) -> {
          Rational n = powers.get(key);
          if (n.signum() != 0) {
            boolean plain = n.equals(Rational.of(1));
            parts.add(plain ? base : new Formula.Power(base, new Formula.Number(n)));
          }
        });
    Formula atom =
        parts.isEmpty()
            ? Formula.of(1)
            : parts.size() == 1 ? parts.get(0) : new Formula.Product(parts);
    terms.merge(atom, coefficient, Rational::add);
  }

  private static Formula base(Formula factor) {
    return hasNumericExponent(factor) ? ((Formula.Power) factor).base() : factor;
  }

  private static Rational exponent(Formula factor) {
    return hasNumericExponent(factor)
        ? ((Formula.Number) ((Formula.Power) factor).exponent()).value()
        : Rational.of(1);
  }

  private static boolean hasNumericExponent(Formula factor) {
    return factor instanceof Formula.Power power && power.exponent() instanceof Formula.Number;
  }

  /** The factors of products in products and of integer powers of products. */
  private static void flatten(Formula formula, List<Formula> factors) {
    if (formula instanceof Formula.Product product) {
      product.factors().forEach(f -> flatten(f, factors));
    } else if (formula instanceof Formula.Power power
        && power.exponent() instanceof Formula.Number n
        && n.value().isInteger()) {
      List<Formula> inner = new ArrayList<>();
      flatten(power.base(), inner);
      for (Formula factor : inner) {
        Rational total = exponent(factor).multiply(n.value());
        if (factor instanceof Formula.Number number) {
          int whole = n.value().numerator().intValueExact();
          factors.add(new Formula.Number(number.value().power(whole)));
        } else {
          factors.add(new Formula.Power(base(factor), new Formula.Number(total)));
        }
      }
    } else {
      factors.add(formula);
    }
  }
}
