package org.metricflows.proofs.internal.algebra;

import java.util.function.IntPredicate;
import org.metricflows.symbolic.expression.Rational;

/**
 * Arithmetic of functions known by their Taylor polynomial at one point.
 *
 * <p>The point and the unknown functions' Taylor coefficients are generic: random residues, exact
 * indeterminates, random reals, or mere bounds of degrees. A function is known up to some order; a
 * product is known up to the lower of its factors' orders, a derivative up to one order less. A
 * {@linkplain #constant constant} is known to all orders.
 *
 * @param <S> a function, immutable
 */
public interface Algebra<S> {

  /** The constant function. */
  S constant(Rational value);

  /** The function x_v, at a generic point. */
  S variable(int v);

  /**
   * A function with generic Taylor coefficients up to an order.
   *
   * @param dependsOn the variables it depends on
   */
  S function(int order, IntPredicate dependsOn);

  /** A generic constant. */
  S unknown();

  S add(S a, S b);

  S subtract(S a, S b);

  S multiply(S a, S b);

  S scale(S a, Rational factor);

  /** ∂/∂x_v. */
  S derivative(S a, int v);

  /** The constant function with this one's value at the point. */
  S base(S a);

  /**
   * The constant function with the inverse of this one's value at the point.
   *
   * @throws BadPointException if that value is zero
   */
  S inverseOfBase(S a);

  /**
   * The constant function with the square root of this one's value at the point.
   *
   * @throws BadPointException if that value has no square root
   */
  S rootOfBase(S a);

  /** Multiplies the part of each order k by k: Σ (x−x₀)_i ∂_i. */
  S radialDerivative(S a);

  /**
   * Divides the part of each order k ≥ 1 by k; the part of order 0 becomes that of {@code base}.
   */
  S radialIntegral(S base, S a);

  /** The order up to which the function is known; {@link Integer#MAX_VALUE} for constants. */
  int order(S a);

  /** Whether the function is the constant 0 by construction. */
  boolean isZero(S a);
}
