package org.metricflows.symbolic.expression;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The meaning of each kind of expression in some target T: numbers, truncated series, graph nodes.
 *
 * <p>An expression is a term over the signature Σ, Π, ^, sin, …; an algebra interprets the
 * signature, and there is one map from expressions to T that respects it, ⟦e₁ + e₂⟧ = ⟦e₁⟧ + ⟦e₂⟧
 * and so on. Implement the seven operations and {@link #evaluate} is that map:
 *
 * <pre>{@code
 * ExprAlgebra<Double> doubles = …;
 * double area = doubles.evaluate(Constant.PI.times(r.pow(2)), Map.of(r, 2.0));     // 4 π
 * }</pre>
 *
 * <p>{@link org.metricflows.symbolic.derivation.Derivation#evaluate} does the same for a
 * derivation, line by line.
 *
 * @param <T> values of the target
 */
public interface ExprAlgebra<T> {

  /** An exact number. */
  T number(Rational value);

  /** π or e. */
  T constant(Constant value);

  /** The sum of at least two terms. */
  T sum(List<T> terms);

  /** The product of at least two factors; divisions appear as factors with negative powers. */
  T product(List<T> factors);

  /** base to a fixed rational exponent. */
  T power(T base, Rational exponent);

  /** base to an exponent that is not a rational number. */
  T power(T base, T exponent);

  /** An elementary function of {@code fn.arity()} arguments. */
  T call(Fn fn, List<T> arguments);

  /**
   * The value of an expression.
   *
   * @throws IllegalArgumentException if a symbol has no value
   */
  default T evaluate(Expr expr, Map<Symbol, ? extends T> values) {
    return evaluate(expr, values::get);
  }

  /**
   * The value of an expression.
   *
   * @param symbols the values of symbols; null where one has none
   * @throws IllegalArgumentException if a symbol has no value
   */
  default T evaluate(Expr expr, Function<? super Symbol, ? extends T> symbols) {
    return expr.accept(new Fold<T>(this, symbols));
  }
}
