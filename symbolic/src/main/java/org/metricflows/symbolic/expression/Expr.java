package org.metricflows.symbolic.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An exact real expression, immutable and in light canonical form.
 *
 * <p>Two expressions built from the same operands are {@link Object#equals equal}, whatever the
 * order of a sum's terms or a product's factors.
 */
public sealed interface Expr permits Rational, Constant, Symbol, Sum, Product, Power, Call {

  /** What a visitor makes of this kind of expression. */
  <R> R accept(ExprVisitor<R> visitor);

  /** The sub-expressions, left to right; empty for atoms. */
  List<Expr> operands();

  /** The same kind of node over other operands, brought to canonical form. */
  Expr withOperands(List<Expr> operands);

  /** ∂/∂x of this expression, every other symbol held fixed. */
  Expr differentiate(Symbol x);

  static Symbol symbol(String name) {
    return new Symbol(name);
  }

  static Expr of(long value) {
    return Rational.of(value);
  }

  static Expr sum(List<? extends Expr> terms) {
    return Sum.of(terms);
  }

  static Expr product(List<? extends Expr> factors) {
    return Product.of(factors);
  }

  static Expr sin(Expr u) {
    return Call.of(Fn.SIN, u);
  }

  static Expr cos(Expr u) {
    return Call.of(Fn.COS, u);
  }

  static Expr exp(Expr u) {
    return Call.of(Fn.EXP, u);
  }

  static Expr log(Expr u) {
    return Call.of(Fn.LOG, u);
  }

  static Expr sqrt(Expr u) {
    return Power.of(u, Rational.HALF);
  }

  default Expr plus(Expr other) {
    return Sum.of(List.of(this, other));
  }

  default Expr plus(long other) {
    return plus(Rational.of(other));
  }

  default Expr minus(Expr other) {
    return plus(other.negate());
  }

  default Expr minus(long other) {
    return plus(Rational.of(-other));
  }

  default Expr times(Expr other) {
    return Product.of(List.of(this, other));
  }

  default Expr times(long other) {
    return times(Rational.of(other));
  }

  default Expr over(Expr other) {
    return times(Power.of(other, Rational.of(-1)));
  }

  default Expr over(long other) {
    return times(Rational.of(1, other));
  }

  default Expr negate() {
    return times(Rational.of(-1));
  }

  default Expr pow(Expr exponent) {
    return Power.of(this, exponent);
  }

  default Expr pow(long exponent) {
    return Power.of(this, Rational.of(exponent));
  }

  default boolean isZero() {
    return equals(Rational.ZERO);
  }

  default boolean isOne() {
    return equals(Rational.ONE);
  }

  /** Replaces symbols by expressions, all at once. */
  default Expr substitute(Map<Symbol, ? extends Expr> values) {
    if (operands().isEmpty()) {
      return this;
    }
    return withOperands(operands().stream().map(o -> o.substitute(values)).toList());
  }

  /** The symbols that occur, in order of first appearance. */
  default Set<Symbol> symbols() {
    Set<Symbol> found = new LinkedHashSet<>();
    collectSymbols(found);
    return found;
  }

  /** Adds the symbols that occur to {@code found}. */
  default void collectSymbols(Set<Symbol> found) {
    for (Expr operand : operands()) {
      operand.collectSymbols(found);
    }
  }

  /** Whether no function with a kink or a jump occurs. */
  default boolean isSmooth() {
    return operands().stream().allMatch(Expr::isSmooth);
  }

  /** Number of nodes of the tree. */
  default int size() {
    int size = 1;
    for (Expr operand : operands()) {
      size += operand.size();
    }
    return size;
  }
}
