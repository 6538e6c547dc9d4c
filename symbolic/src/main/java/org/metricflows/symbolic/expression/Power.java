package org.metricflows.symbolic.expression;

import java.math.BigInteger;
import java.util.List;

/** base^exponent, for a real base that is positive wherever the exponent is not an integer. */
public record Power(Expr base, Expr exponent) implements Expr {

  /** Numbers to a power are folded only up to this exponent, so that 9^9^9 stays a small tree. */
  private static final int LARGEST_FOLDED_EXPONENT = 256;

  /** The canonical power; integer powers of powers and products are distributed. */
  public static Expr of(Expr base, Expr exponent) {
    if (exponent.isZero()) {
      return Rational.ONE;
    }
    if (exponent.isOne() || base.isOne()) {
      return base;
    }
    if (!(exponent instanceof Rational n)) {
      return base == Constant.E ? Call.of(Fn.EXP, exponent) : new Power(base, exponent);
    }
    if (base instanceof Rational number) {
      return ofNumber(number, n);
    }
    if (base == Constant.E) {
      return Call.of(Fn.EXP, exponent);
    }
    if (n.isInteger() && base instanceof Power inner) {
      return of(inner.base, inner.exponent.times(n));
    }
    if (n.isInteger() && base instanceof Product product) {
      return Product.of(product.factors().stream().map(f -> of(f, n)).toList());
    }
    if (n.isInteger() && base instanceof Call call && call.function() == Fn.EXP) {
      return Call.of(Fn.EXP, call.arguments().get(0).times(n));
    }
    return new Power(base, exponent);
  }

  private static Expr ofNumber(Rational number, Rational exponent) {
    if (number.signum() == 0) {
      if (exponent.signum() < 0) {
        throw new ArithmeticException("division by zero");
      }
      return Rational.ZERO;
    }
    boolean small =
        exponent.numerator().abs().compareTo(BigInteger.valueOf(LARGEST_FOLDED_EXPONENT)) <= 0;
    if (exponent.isInteger() && small && number.numerator().bitLength() < 4096) {
      return number.power(exponent.numerator().intValueExact());
    }
    if (small && exponent.denominator().equals(BigInteger.TWO) && number.signum() > 0) {
      BigInteger[] top = number.numerator().sqrtAndRemainder();
      BigInteger[] bottom = number.denominator().sqrtAndRemainder();
      if (top[1].signum() == 0 && bottom[1].signum() == 0) {
        return new Rational(top[0], bottom[0]).power(exponent.numerator().intValueExact());
      }
    }
    return new Power(number, exponent);
  }

  @Override
  public <R> R accept(ExprVisitor<R> visitor) {
    return visitor.power(this);
  }

  @Override
  public List<Expr> operands() {
    return List.of(base, exponent);
  }

  @Override
  public Expr withOperands(List<Expr> operands) {
    return of(operands.get(0), operands.get(1));
  }

  @Override
  public Expr differentiate(Symbol x) {
    Expr inner = base.differentiate(x);
    Expr byBase =
        inner.isZero() ? Rational.ZERO : exponent.times(of(base, exponent.minus(1))).times(inner);
    Expr outer = exponent.differentiate(x);
    return outer.isZero() ? byBase : byBase.plus(times(Expr.log(base)).times(outer));
  }

  @Override
  public String toString() {
    return Dialect.TEXT.print(this);
  }
}
