package org.metricflows.proofs.internal.algebra;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.metricflows.symbolic.expression.Rational;

/**
 * A real number as the unevaluated sum of two doubles, good to a relative 2⁻¹⁰⁰ or so (Dekker
 * 1971).
 *
 * @param high the nearest double
 * @param low what it misses
 */
public record DoubleDouble(double high, double low) {

  /** Integers with so many binary digits are doubles. */
  private static final int EXACT_BITS = 53;

  static DoubleDouble of(double value) {
    return new DoubleDouble(value, 0);
  }

  static DoubleDouble of(Rational value) {
    return fits(value.numerator()) && fits(value.denominator())
        ? of(value.numerator().doubleValue()).times(of(value.denominator().doubleValue()).inverse())
        : ofLarge(value);
  }

  private static boolean fits(BigInteger integer) {
    return integer.bitLength() <= EXACT_BITS;
  }

  private static DoubleDouble ofLarge(Rational value) {
    BigDecimal exact =
        new BigDecimal(value.numerator())
            .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL128);
    double high = exact.doubleValue();
    return new DoubleDouble(high, exact.subtract(new BigDecimal(high)).doubleValue());
  }

  /** a + b where |a| ≥ |b|, what the sum misses kept. */
  private static DoubleDouble normal(double a, double b) {
    double sum = a + b;
    return new DoubleDouble(sum, b - (sum - a));
  }

  DoubleDouble plus(DoubleDouble b) {
    double sum = high + b.high;
    double part = sum - high;
    double missed = (high - (sum - part)) + (b.high - part);
    double lows = low + b.low;
    double part2 = lows - low;
    double missed2 = (low - (lows - part2)) + (b.low - part2);
    DoubleDouble first = normal(sum, missed + lows);
    return normal(first.high, first.low + missed2);
  }

  DoubleDouble minus(DoubleDouble b) {
    return plus(new DoubleDouble(-b.high, -b.low));
  }

  DoubleDouble times(DoubleDouble b) {
    double product = high * b.high;
    double missed = Math.fma(high, b.high, -product);
    return normal(product, missed + (high * b.low + low * b.high));
  }

  /** 1/this by one step of Newton's from the double nearest to it. */
  DoubleDouble inverse() {
    DoubleDouble guess = of(1 / high);
    DoubleDouble rest = of(1).minus(times(guess));
    return guess.plus(guess.times(rest));
  }

  /** √this by one step of Newton's from the double nearest to it; zero's is zero. */
  DoubleDouble root() {
    if (high == 0) {
      return this;
    }
    double guess = Math.sqrt(high);
    double rest = minus(of(guess).times(of(guess))).high;
    return normal(guess, rest / (2 * guess));
  }

  /** The distance of another number from this one. */
  public double distance(double other) {
    return Math.abs((other - high) - low);
  }
}
