package org.metricflows.symbolic.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;

/** An exact rational number in lowest terms, with a positive denominator. */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Expr, Comparable<Rational> {

  public static final Expr ZERO = of(0);
  public static final Expr ONE = of(1);
  public static final Expr HALF = of(1, 2);

  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger gcd = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      gcd = gcd.negate();
    }
    if (!gcd.equals(BigInteger.ONE)) {
      numerator = numerator.divide(gcd);
      denominator = denominator.divide(gcd);
    }
  }

  public static Rational of(long value) {
    return of(BigInteger.valueOf(value));
  }

  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  public static Rational of(BigInteger value) {
    return new Rational(value, BigInteger.ONE);
  }

  /** The exact value of a decimal: 0.1 is 1/10. */
  public static Rational of(BigDecimal value) {
    return value.scale() <= 0
        ? of(value.toBigIntegerExact())
        : new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  /** The decimal that prints for a double: 0.1 is 1/10. */
  public static Rational of(double value) {
    return of(BigDecimal.valueOf(value));
  }

  public Rational add(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational multiply(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** this^n for any integer n; zero to a negative power throws {@link ArithmeticException}. */
  public Rational power(int n) {
    return n >= 0
        ? new Rational(numerator.pow(n), denominator.pow(n))
        : new Rational(denominator.pow(-n), numerator.pow(-n));
  }

  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  public int signum() {
    return numerator.signum();
  }

  /** The nearest double. */
  public double toDouble() {
    if (numerator.bitLength() <= 53 && denominator.bitLength() <= 53) {
      return numerator.doubleValue() / denominator.doubleValue();
    }
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), new MathContext(40))
        .doubleValue();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public <R> R accept(ExprVisitor<R> visitor) {
    return visitor.number(this);
  }

  @Override
  public List<Expr> operands() {
    return List.of();
  }

  @Override
  public Expr withOperands(List<Expr> operands) {
    return this;
  }

  @Override
  public Expr differentiate(Symbol x) {
    return ZERO;
  }

  @Override
  public String toString() {
    return Dialect.TEXT.print(this);
  }
}
