package org.metricflows.proofs.internal.algebra;

import java.util.List;

/**
 * A Taylor polynomial.
 *
 * @param order the order up to which it is known, {@link Integer#MAX_VALUE} for a constant
 * @param coefficients one for each monomial up to the order; a constant has one
 * @param <C> coefficients, immutable
 */
public record Taylor<C>(int order, List<C> coefficients) {

  static <C> Taylor<C> constant(C value) {
    return new Taylor<>(Integer.MAX_VALUE, List.of(value));
  }

  boolean isConstant() {
    return order == Integer.MAX_VALUE;
  }

  C base() {
    return coefficients.get(0);
  }
}
