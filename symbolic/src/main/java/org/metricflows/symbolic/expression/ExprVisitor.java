package org.metricflows.symbolic.expression;

/**
 * One case for each kind of expression; {@link Expr#accept} picks it.
 *
 * <p>A case gets the node itself and reaches the operands as it likes: in its own order, with what
 * stands around them, or not at all. Where all that counts is the operands' values, {@link
 * ExprAlgebra} is shorter.
 *
 * @param <R> what a case returns
 */
public interface ExprVisitor<R> {

  /** An exact number. */
  R number(Rational number);

  /** π or e. */
  R constant(Constant constant);

  /** A variable. */
  R symbol(Symbol symbol);

  /** A sum of at least two terms. */
  R sum(Sum sum);

  /** A product of at least two factors; divisions are factors with negative powers. */
  R product(Product product);

  /** A power, whatever its exponent. */
  R power(Power power);

  /** An elementary function of its arguments. */
  R call(Call call);
}
