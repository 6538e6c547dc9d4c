package org.metricflows.symbolic.expression;

/**
 * A complex expression as its real and imaginary parts, both real expressions.
 *
 * @param re the real part
 * @param im the imaginary part
 */
public record ComplexExpr(Expr re, Expr im) {

  public static final ComplexExpr ZERO = new ComplexExpr(Rational.ZERO, Rational.ZERO);
  public static final ComplexExpr ONE = new ComplexExpr(Rational.ONE, Rational.ZERO);

  /** A real expression. */
  public static ComplexExpr of(Expr real) {
    return new ComplexExpr(real, Rational.ZERO);
  }

  public boolean isZero() {
    return re.isZero() && im.isZero();
  }

  public ComplexExpr plus(ComplexExpr other) {
    return new ComplexExpr(re.plus(other.re), im.plus(other.im));
  }

  public ComplexExpr minus(ComplexExpr other) {
    return new ComplexExpr(re.minus(other.re), im.minus(other.im));
  }

  public ComplexExpr negate() {
    return new ComplexExpr(re.negate(), im.negate());
  }

  public ComplexExpr times(ComplexExpr other) {
    return new ComplexExpr(
        re.times(other.re).minus(im.times(other.im)), re.times(other.im).plus(im.times(other.re)));
  }

  public ComplexExpr times(Expr real) {
    return new ComplexExpr(re.times(real), im.times(real));
  }

  /** The conjugate, with the sign of the imaginary part changed. */
  public ComplexExpr conjugate() {
    return new ComplexExpr(re, im.negate());
  }

  /** The square of the modulus, re² + im². */
  public Expr normSquared() {
    return re.pow(2).plus(im.pow(2));
  }
}
