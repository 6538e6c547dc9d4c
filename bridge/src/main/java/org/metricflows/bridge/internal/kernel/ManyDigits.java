package org.metricflows.bridge.internal.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.expression.Constant;
import org.metricflows.symbolic.expression.ExprAlgebra;
import org.metricflows.symbolic.expression.Fn;
import org.metricflows.symbolic.expression.Rational;

/**
 * Formulas of dual functions over numbers of many digits with their derivatives.
 *
 * <p>A number is m eᵃ. The exponents of a product are added before e is raised to them, so that the
 * large and the small factor of e^{−(p+q)/2} sinh r meet.
 */
final class ManyDigits implements ExprAlgebra<ManyDigits.Number> {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigJet ZERO = BigJet.constant(BigDecimal.ZERO);
  private static final BigJet ONE = BigJet.constant(BigDecimal.ONE);

  private final MathContext digits;
  private final BigFunctions functions;

  ManyDigits(int digits) {
    this.digits = new MathContext(digits);
    this.functions = new BigFunctions(this.digits);
  }

  /**
   * The number m eᵃ.
   *
   * @param factor m
   * @param exponent a
   */
  record Number(BigJet factor, BigJet exponent) {}

  static Number number(BigJet value) {
    return new Number(value, ZERO);
  }

  /** m eᵃ as one jet. */
  BigJet value(Number number) {
    return number.exponent.equals(ZERO)
        ? number.factor
        : number.factor.times(exponential(number.exponent), digits);
  }

  private BigDecimal decimal(Rational value) {
    return functions.divide(new BigDecimal(value.numerator()), new BigDecimal(value.denominator()));
  }

  @Override
  public Number number(Rational value) {
    return number(BigJet.constant(decimal(value)));
  }

  @Override
  public Number constant(Constant value) {
    return value == Constant.PI ? number(BigJet.constant(functions.pi())) : new Number(ONE, ONE);
  }

  @Override
  public Number sum(List<Number> terms) {
    return number(
        terms.stream().map(this::value).reduce((a, b) -> a.plus(b, digits)).orElseThrow());
  }

  @Override
  public Number product(List<Number> factors) {
    return factors.stream().reduce(this::product).orElseThrow();
  }

  private Number product(Number a, Number b) {
    return new Number(a.factor.times(b.factor, digits), a.exponent.plus(b.exponent, digits));
  }

  @Override
  public Number power(Number base, Rational exponent) {
    BigJet a = base.exponent.times(decimal(exponent), digits);
    return new Number(power(base.factor, exponent), a);
  }

  private BigJet power(BigJet base, Rational exponent) {
    if (exponent.isInteger() && exponent.signum() > 0) {
      BigJet power = base;
      for (int n = exponent.numerator().intValueExact(); n > 1; n--) {
        power = power.times(base, digits);
      }
      return power;
    }
    BigDecimal e = decimal(exponent);
    List<BigDecimal> f = new ArrayList<>(List.of(power(base.value(), exponent)));
    for (int k = 1; k < BigJet.NILPOTENT; k++) {
      BigDecimal factor = e.subtract(BigDecimal.valueOf(k - 1L));
      BigDecimal divisor = base.value().multiply(BigDecimal.valueOf(k));
      f.add(functions.divide(f.get(k - 1).multiply(factor), divisor));
    }
    return base.composed(f, digits);
  }

  private BigDecimal power(BigDecimal base, Rational exponent) {
    boolean half = exponent.denominator().intValueExact() == 2;
    if (!half && !exponent.isInteger()) {
      throw new ArithmeticException("exponent " + exponent);
    }
    return (half ? base.sqrt(digits) : base).pow(exponent.numerator().intValueExact(), digits);
  }

  @Override
  public Number power(Number base, Number exponent) {
    throw new ArithmeticException("a power that is not a number");
  }

  @Override
  public Number call(Fn fn, List<Number> arguments) {
    BigJet u = value(arguments.get(0));
    return switch (fn) {
      case EXP -> new Number(ONE, u);
      case SINH -> hyperbolic(u, -1);
      case COSH -> hyperbolic(u, 1);
      case ASIN -> number(arc(u, functions.asin(u.value())));
      case ATAN2 -> number(angle(u, value(arguments.get(1))));
      default -> throw new ArithmeticException("function " + fn.text());
    };
  }

  private BigJet exponential(BigJet u) {
    List<BigDecimal> f = new ArrayList<>(List.of(functions.exp(u.value())));
    for (int k = 1; k < BigJet.NILPOTENT; k++) {
      f.add(functions.divide(f.get(k - 1), BigDecimal.valueOf(k)));
    }
    return u.composed(f, digits);
  }

  /** (eᵘ ± e⁻ᵘ)/2 = ½ (1 ± e^{−2u}) eᵘ, for u &lt; 0 with −u. */
  private Number hyperbolic(BigJet u, int parity) {
    boolean negative = u.value().signum() < 0;
    BigJet size = negative ? u.times(BigDecimal.ONE.negate(), digits) : u;
    BigJet rest = exponential(size.times(TWO.negate(), digits));
    BigJet sum = ONE.plus(rest.times(BigDecimal.valueOf(parity), digits), digits);
    BigDecimal half = new BigDecimal(negative && parity < 0 ? "-0.5" : "0.5");
    return new Number(sum.times(half, digits), size);
  }

  /** f(u) with f′ = (1 − u²)^{−1/2} and the value given: f′ composed, then integrated. */
  private BigJet arc(BigJet u, BigDecimal value) {
    BigDecimal at = u.value();
    BigDecimal gap = BigDecimal.ONE.subtract(at).multiply(BigDecimal.ONE.add(at));
    BigDecimal before = BigDecimal.ZERO;
    BigDecimal slope = functions.divide(BigDecimal.ONE, gap.sqrt(digits));
    List<BigDecimal> f = new ArrayList<>(List.of(value));
    for (int k = 1; k < BigJet.NILPOTENT; k++) {
      f.add(functions.divide(slope, BigDecimal.valueOf(k)));
      BigDecimal next =
          at.multiply(slope)
              .multiply(BigDecimal.valueOf(2L * k - 1))
              .add(before.multiply(BigDecimal.valueOf(k - 1L)));
      before = slope;
      slope = functions.divide(next, gap.multiply(BigDecimal.valueOf(k)));
    }
    return u.composed(f, digits);
  }

  /** The angle of the point (x, y) for x > 0, arctan y/x. */
  private BigJet angle(BigJet y, BigJet x) {
    if (x.value().signum() <= 0) {
      throw new ArithmeticException("angle of a point with x ≤ 0");
    }
    BigJet tangent = y.times(power(x, Rational.of(-1)), digits);
    BigDecimal at = tangent.value();
    BigDecimal secant = BigDecimal.ONE.add(at.multiply(at, digits));
    BigDecimal before = BigDecimal.ZERO;
    BigDecimal slope = functions.divide(BigDecimal.ONE, secant);
    List<BigDecimal> f = new ArrayList<>(List.of(functions.atan(at)));
    for (int k = 1; k < BigJet.NILPOTENT; k++) {
      f.add(functions.divide(slope, BigDecimal.valueOf(k)));
      BigDecimal next = TWO.multiply(at).multiply(slope).add(before).negate();
      before = slope;
      slope = functions.divide(next, secant);
    }
    return tangent.composed(f, digits);
  }
}
