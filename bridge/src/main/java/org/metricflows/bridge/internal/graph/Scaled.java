package org.metricflows.bridge.internal.graph;

import org.metricflows.symbolic.expression.Rational;

/**
 * An exact multiple of a term: {@code coefficient · term}. Coefficients travel outwards through
 * products and sums, so that signs and halves are multiplied once, at the end, or not at all.
 *
 * @param coefficient the exact factor
 * @param term position in the {@link TermTable}
 */
record Scaled(Rational coefficient, int term) {

  Scaled times(Rational factor) {
    return factor.isOne() ? this : new Scaled(coefficient.multiply(factor), term);
  }

  /** Whether the coefficient is 1 or −1. */
  boolean isSigned() {
    return Numbers.magnitude(coefficient).isOne();
  }
}
