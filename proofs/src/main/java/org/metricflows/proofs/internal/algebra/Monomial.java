package org.metricflows.proofs.internal.algebra;

import java.util.TreeMap;

/**
 * A product of powers of indeterminates.
 *
 * @param powers the exponents ≥ 1 by indeterminate; never changed
 */
record Monomial(TreeMap<Integer, Integer> powers) {
  static final Monomial ONE = new Monomial(new TreeMap<>());

  static Monomial of(int indeterminate, int exponent) {
    TreeMap<Integer, Integer> powers = new TreeMap<>();
    if (exponent > 0) {
      powers.put(indeterminate, exponent);
    }
    return new Monomial(powers);
  }

  Monomial times(Monomial other) {
    TreeMap<Integer, Integer> product = new TreeMap<>(powers);
    other.powers.forEach((x, n) -> product.merge(x, n, Integer::sum));
    return new Monomial(product);
  }

  int exponent(int indeterminate) {
    return powers.getOrDefault(indeterminate, 0);
  }

  /** This without one indeterminate. */
  Monomial without(int indeterminate) {
    TreeMap<Integer, Integer> rest = new TreeMap<>(powers);
    rest.remove(indeterminate);
    return new Monomial(rest);
  }
}
