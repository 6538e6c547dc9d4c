package org.metricflows.symbolic.expression;

import java.util.List;

/** A transcendental number with a name. */
public enum Constant implements Expr {
  PI(Math.PI),
  E(Math.E);

  private final double value;

  Constant(double value) {
    this.value = value;
  }

  /** The nearest double. */
  public double value() {
    return value;
  }

  @Override
  public <R> R accept(ExprVisitor<R> visitor) {
    return visitor.constant(this);
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
    return Rational.ZERO;
  }
}
