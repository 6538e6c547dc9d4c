package org.metricflows.symbolic.internal.rational;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.ExprVisitor;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;

/**
 * Rational expressions of generators evaluated at one random point modulo the prime 2⁶¹ − 1.
 *
 * <p>Free generators take random values, square roots a root of their square's value. A rational
 * function whose numerator has degree D and is not zero vanishes at such a point with a probability
 * of at most D/2⁶¹ (Schwartz and Zippel), roots counted with their norms.
 */
final class ModularPoint implements ExprVisitor<BigInteger> {
  static final BigInteger PRIME = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);
  private static final int MOST_DRAWS = 400;

  private final Map<Expr, BigInteger> values = new HashMap<>();

  private ModularPoint() {}

  /**
   * A point at which all square roots exist; none if one is not found or a root is no square root.
   */
  static Optional<ModularPoint> random(List<Generator> generators, RandomGenerator random) {
    for (int draw = 0; draw < MOST_DRAWS; draw++) {
      ModularPoint point = new ModularPoint();
      if (point.draw(generators, random)) {
        return Optional.of(point);
      }
    }
    return Optional.empty();
  }

  private boolean draw(List<Generator> generators, RandomGenerator random) {
    for (Generator g : generators) {
      BigInteger value = BigInteger.valueOf(random.nextLong() >>> 3).mod(PRIME);
      if (g.isAlgebraic()) {
        Optional<BigInteger> power = read(g.power());
        if (g.degree() != 2 || power.isEmpty()) {
          return false;
        }
        // p ≡ 3 mod 4: the root of a square is its power (p + 1)/4
        value = power.get().modPow(PRIME.add(BigInteger.ONE).shiftRight(2), PRIME);
        if (!value.multiply(value).mod(PRIME).equals(power.get())) {
          return false;
        }
      }
      values.put(g.symbol(), value);
    }
    return true;
  }

  void define(Symbol name, BigInteger value) {
    values.put(name, value);
  }

  /** The value, unless a denominator vanishes here or a symbol is unknown. */
  Optional<BigInteger> read(Expr e) {
    try {
      return Optional.of(evaluate(e));
    } catch (ArithmeticException exception) {
      return Optional.empty();
    }
  }

  private BigInteger evaluate(Expr e) {
    BigInteger known = values.get(e);
    if (known == null) {
      known = e.accept(this);
      values.put(e, known);
    }
    return known;
  }

  @Override
  public BigInteger number(Rational number) {
    return number.numerator().multiply(number.denominator().modInverse(PRIME)).mod(PRIME);
  }

  @Override
  public BigInteger sum(Sum sum) {
    return sum.terms().stream()
        .map(this::evaluate)
        .reduce(BigInteger::add)
        .orElseThrow()
        .mod(PRIME);
  }

  @Override
  public BigInteger product(Product product) {
    return product.factors().stream()
        .map(this::evaluate)
        .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).mod(PRIME));
  }

  @Override
  public BigInteger power(Power power) {
    if (power.exponent() instanceof Rational n && n.isInteger()) {
      return evaluate(power.base()).modPow(n.numerator(), PRIME);
    }
    throw noValue(power);
  }

  @Override
  public BigInteger constant(Constant constant) {
    throw noValue(constant);
  }

  @Override
  public BigInteger symbol(Symbol symbol) {
    throw noValue(symbol);
  }

  @Override
  public BigInteger call(Call call) {
    throw noValue(call);
  }

  private static ArithmeticException noValue(Expr e) {
    return new ArithmeticException(e + " has no value here");
  }
}
