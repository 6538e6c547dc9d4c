package org.metricflows.proofs.internal.algebra;

import org.metricflows.symbolic.expression.Rational;

/**
 * What the coefficients of Taylor polynomials are and how they are computed with.
 *
 * @param <C> a number, immutable
 */
interface Numbers<C> {

  C of(Rational value);

  /** A number that stands for any. */
  C generic();

  C add(C a, C b);

  C multiply(C a, C b);

  C scale(C a, Rational factor);

  /**
   * 1/a.
   *
   * @throws BadPointException if a is zero
   */
  C inverse(C a);

  /**
   * √a.
   *
   * @throws BadPointException if there is none
   */
  C root(C a);

  boolean isZero(C a);
}
