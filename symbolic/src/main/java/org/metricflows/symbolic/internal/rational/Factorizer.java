package org.metricflows.symbolic.internal.rational;

import java.util.Map;

/** Splits polynomials into factors. */
@FunctionalInterface
public interface Factorizer {

  /**
   * Factors of a primitive polynomial that no variable divides, with multiplicities; their product
   * is the polynomial up to a rational factor. A factorizer that finds nothing, or not in time,
   * gives the polynomial itself.
   */
  Map<Polynomial, Integer> factors(Polynomial polynomial, Budget budget);
}
