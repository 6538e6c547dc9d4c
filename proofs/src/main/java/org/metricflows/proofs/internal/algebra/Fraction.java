package org.metricflows.proofs.internal.algebra;

/**
 * A polynomial over a product of units.
 *
 * @param powers the exponent of each unit in the denominator
 */
public record Fraction(Polynomial numerator, int[] powers) {

  int power(int unit) {
    return unit < powers.length ? powers[unit] : 0;
  }

  boolean isZero() {
    return numerator.isZero();
  }
}
