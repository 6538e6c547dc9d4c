package org.metricflows.symbolic.internal.rational;

import java.math.BigInteger;
import java.util.Arrays;
import org.metricflows.symbolic.expression.Rational;

/**
 * coefficient · numerator / Π f^e, an element of a {@link RationalField}.
 *
 * <p>The numerator is primitive with a positive leading coefficient and none of the denominator's
 * factors f divides it. The zero function is the one with coefficient zero; two elements of one
 * field with irreducible factors free of roots are equal as functions exactly when they are {@link
 * #equals equal}.
 */
public final class RationalFunction {
  private final Rational coefficient;
  private final Polynomial numerator;
  private final int[] denominator;

  /** The parts as they are; the exponents' array is not copied. */
  RationalFunction(Rational coefficient, Polynomial numerator, int[] denominator) {
    this.coefficient = coefficient;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** The same with the numerator made primitive and positive. */
  static RationalFunction of(Rational coefficient, Polynomial numerator, int[] denominator) {
    if (numerator.isZero() || coefficient.signum() == 0) {
      return new RationalFunction(Rational.of(0), numerator, new int[0]);
    }
    BigInteger content = numerator.content();
    if (numerator.leading().signum() < 0) {
      content = content.negate();
    }
    return new RationalFunction(
        coefficient.multiply(Rational.of(content)),
        numerator.divideCoefficients(content),
        denominator);
  }

  public boolean isZero() {
    return coefficient.signum() == 0;
  }

  /** Number of terms of the numerator. */
  public int terms() {
    return isZero() ? 0 : numerator.terms();
  }

  Rational coefficient() {
    return coefficient;
  }

  Polynomial numerator() {
    return numerator;
  }

  /** The exponent of a factor in the denominator. */
  int exponent(int factor) {
    return factor < denominator.length ? denominator[factor] : 0;
  }

  /** Exponents of the denominator's factors, as many as the field had when it was made. */
  int[] denominator() {
    return denominator;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof RationalFunction f) || !coefficient.equals(f.coefficient)) {
      return false;
    }
    int longest = Math.max(denominator.length, f.denominator.length);
    return isZero()
        || (numerator.equals(f.numerator)
            && Arrays.equals(
                Arrays.copyOf(denominator, longest), Arrays.copyOf(f.denominator, longest)));
  }

  @Override
  public int hashCode() {
    return isZero() ? 0 : 31 * coefficient.hashCode() + numerator.hashCode();
  }
}
