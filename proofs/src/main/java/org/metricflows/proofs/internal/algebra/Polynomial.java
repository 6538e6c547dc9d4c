package org.metricflows.proofs.internal.algebra;

import java.util.HashMap;
import java.util.Map;
import org.metricflows.symbolic.expression.Rational;

/**
 * A polynomial with rational coefficients.
 *
 * @param terms the coefficients, none of them zero; never changed
 */
record Polynomial(Map<Monomial, Rational> terms) {
  static final Polynomial ZERO = new Polynomial(Map.of());
  static final Polynomial ONE = of(Rational.of(1));

  static Polynomial of(Rational value) {
    return value.signum() == 0 ? ZERO : new Polynomial(Map.of(Monomial.ONE, value));
  }

  static Polynomial indeterminate(int x) {
    return new Polynomial(Map.of(Monomial.of(x, 1), Rational.of(1)));
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  boolean isNumber() {
    return terms.keySet().stream().allMatch(Monomial.ONE::equals);
  }

  Rational number() {
    return terms.getOrDefault(Monomial.ONE, Rational.of(0));
  }

  Polynomial plus(Polynomial other) {
    Map<Monomial, Rational> sum = new HashMap<>(terms);
    other.terms.forEach((m, c) -> merge(sum, m, c));
    return new Polynomial(sum);
  }

  Polynomial times(Rational factor) {
    if (factor.signum() == 0) {
      return ZERO;
    }
    Map<Monomial, Rational> product = new HashMap<>();
    terms.forEach((m, c) -> product.put(m, c.multiply(factor)));
    return new Polynomial(product);
  }

  /** The product, each product of two terms paid for from the budget. */
  Polynomial times(Polynomial other, Budget budget) {
    budget.spend((long) terms.size() * other.terms.size());
    Map<Monomial, Rational> product = new HashMap<>();
    terms.forEach(
        (m, c) -> other.terms.forEach((n, b) -> merge(product, m.times(n), c.multiply(b))));
    return new Polynomial(product);
  }

  private static void merge(Map<Monomial, Rational> terms, Monomial m, Rational c) {
    Rational sum = terms.merge(m, c, Rational::add);
    if (sum.signum() == 0) {
      terms.remove(m);
    }
  }
}
