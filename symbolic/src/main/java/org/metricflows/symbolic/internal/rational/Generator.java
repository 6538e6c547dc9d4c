package org.metricflows.symbolic.internal.rational;

import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/**
 * An independent function that normal forms are rational in: a coordinate, sin(θ), exp(x/2), √(…).
 *
 * @param symbol how rewritten expressions name it
 * @param meaning what it stands for
 * @param degree 1 if it is transcendental over the earlier generators, q if its q-th power is
 *     {@code power}
 * @param power the q-th power as a rational expression of earlier generators; 0 if there is none
 */
public record Generator(Symbol symbol, Expr meaning, int degree, Expr power) {

  static Generator free(Symbol symbol, Expr meaning) {
    return new Generator(symbol, meaning, 1, Rational.ZERO);
  }

  boolean isAlgebraic() {
    return degree > 1;
  }
}
