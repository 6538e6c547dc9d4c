package org.metricflows.bridge.internal.graph;

import java.math.BigInteger;
import java.util.Optional;
import org.metricflows.symbolic.expression.Rational;

/** Exact numbers that the lowering needs. */
final class Numbers {

  static final Rational ZERO = Rational.of(0);
  static final Rational ONE = Rational.of(1);
  static final Rational MINUS_ONE = Rational.of(-1);
  static final Rational HALF = Rational.of(1, 2);

  private Numbers() {}

  static Rational magnitude(Rational r) {
    return r.signum() < 0 ? r.multiply(MINUS_ONE) : r;
  }

  static Rational quotient(Rational a, Rational b) {
    return b.isOne() ? a : a.multiply(b.power(-1));
  }

  /** √r where it is rational. */
  static Optional<Rational> squareRoot(Rational r) {
    if (r.signum() <= 0) {
      return Optional.empty();
    }
    BigInteger[] top = r.numerator().sqrtAndRemainder();
    BigInteger[] bottom = r.denominator().sqrtAndRemainder();
    return top[1].signum() == 0 && bottom[1].signum() == 0
        ? Optional.of(new Rational(top[0], bottom[0]))
        : Optional.empty();
  }
}
