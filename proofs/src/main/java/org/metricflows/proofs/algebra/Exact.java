package org.metricflows.proofs.algebra;

import java.util.List;
import org.metricflows.proofs.algebra.Fractions.Fraction;

/**
 * A Taylor polynomial with exact fractions as coefficients.
 *
 * @param order the order up to which it is known, {@link Integer#MAX_VALUE} for a constant
 * @param coefficients one for each monomial up to the order; a constant has one
 */
public record Exact(int order, List<Fraction> coefficients) {

  static Exact constant(Fraction value) {
    return new Exact(Integer.MAX_VALUE, List.of(value));
  }

  boolean isConstant() {
    return order == Integer.MAX_VALUE;
  }

  Fraction base() {
    return coefficients.get(0);
  }
}
