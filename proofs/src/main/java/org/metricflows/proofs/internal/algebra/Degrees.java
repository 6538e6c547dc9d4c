package org.metricflows.proofs.internal.algebra;

/**
 * Bounds for the Taylor coefficients of a function, one for each order.
 *
 * @param order the order up to which it is known, {@link Integer#MAX_VALUE} for a constant
 * @param terms for each order a bound for all its coefficients, {@code null} if they vanish
 */
public record Degrees(int order, Term[] terms) {

  static Degrees constant(Term term) {
    return new Degrees(Integer.MAX_VALUE, new Term[] {term});
  }

  boolean isConstant() {
    return order == Integer.MAX_VALUE;
  }

  Term base() {
    return terms[0];
  }

  boolean isZero() {
    return isConstant() && terms[0] == null;
  }

  /** The bound at an order, which for constants is none above 0. */
  Term term(int k) {
    return k < terms.length ? terms[k] : null;
  }

  /**
   * A fraction: a polynomial with integer coefficients over a product of powers of units.
   *
   * @param halves twice the numerator's degree; a square root counts half its radicand's degree
   * @param bits log₂ of the sum of the numerator's coefficients' absolute values
   * @param powers the exponent of each unit in the denominator
   */
  record Term(int halves, double bits, int[] powers) {

    int power(int unit) {
      return unit < powers.length ? powers[unit] : 0;
    }
  }
}
