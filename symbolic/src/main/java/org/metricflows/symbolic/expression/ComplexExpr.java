package org.metricflows.symbolic.expression;

import java.util.List;

/**
 * An exact complex expression re + i·im.
 *
 * @param re the real part
 * @param im the imaginary part
 */
public record ComplexExpr(Expr re, Expr im) {

  public static final ComplexExpr ZERO = of(Rational.ZERO);
  public static final ComplexExpr ONE = of(Rational.ONE);

  /** A real expression. */
  public static ComplexExpr of(Expr re) {
    return new ComplexExpr(re, Rational.ZERO);
  }

  public ComplexExpr plus(ComplexExpr other) {
    return new ComplexExpr(re.plus(other.re), im.plus(other.im));
  }

  public ComplexExpr minus(ComplexExpr other) {
    return new ComplexExpr(re.minus(other.re), im.minus(other.im));
  }

  public ComplexExpr times(ComplexExpr other) {
    return new ComplexExpr(
        re.times(other.re).minus(im.times(other.im)), re.times(other.im).plus(im.times(other.re)));
  }

  public ComplexExpr times(Expr factor) {
    return new ComplexExpr(re.times(factor), im.times(factor));
  }

  public ComplexExpr negate() {
    return new ComplexExpr(re.negate(), im.negate());
  }

  public ComplexExpr conjugate() {
    return new ComplexExpr(re, im.negate());
  }

  /** |this|², a real expression. */
  public Expr normSquared() {
    return re.pow(2).plus(im.pow(2));
  }

  /**
   * 1/this.
   *
   * @throws ArithmeticException for zero
   */
  public ComplexExpr reciprocal() {
    return conjugate().times(normSquared().pow(-1));
  }

  /** this^n for n ≥ 0. */
  public ComplexExpr power(int n) {
    ComplexExpr result = ONE;
    for (int i = 0; i < n; i++) {
      result = result.times(this);
    }
    return result;
  }

  /** Whether both parts are zero as written. */
  public boolean isZero() {
    return re.isZero() && im.isZero();
  }

  /** Σ of the terms. */
  public static ComplexExpr sum(List<ComplexExpr> terms) {
    return new ComplexExpr(
        Expr.sum(terms.stream().map(ComplexExpr::re).toList()),
        Expr.sum(terms.stream().map(ComplexExpr::im).toList()));
  }
}
