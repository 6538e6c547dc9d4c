package org.metricflows.symbolic.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an expression is a sum of squares as it is written, Σ c e² with numbers c &gt; 0. */
public final class SumOfSquares {

  private SumOfSquares() {}

  /** The roots √c e, whose squares add up to the expression; none if it is not such a sum. */
  public static List<Expr> roots(Expr expression) {
    List<Expr> terms = expression instanceof Sum sum ? sum.terms() : List.of(expression);
    List<Expr> roots = new ArrayList<>();
    for (Expr term : terms) {
      Optional<Expr> root = root(term);
      if (root.isEmpty()) {
        return List.of();
      }
      roots.add(root.get());
    }
    return roots;
  }

  private static Optional<Expr> root(Expr term) {
    if (term instanceof Product product) {
      List<Expr> factors = new ArrayList<>();
      for (Expr factor : product.factors()) {
        Optional<Expr> root = root(factor);
        if (root.isEmpty()) {
          return Optional.empty();
        }
        factors.add(root.get());
      }
      return Optional.of(Product.of(factors));
    }
    if (term instanceof Rational number) {
      return number.signum() > 0 ? Optional.of(Power.of(number, Rational.HALF)) : Optional.empty();
    }
    if (term instanceof Power power
        && power.exponent() instanceof Rational exponent
        && exponent.isInteger()
        && !exponent.numerator().testBit(0)) {
      return Optional.of(Power.of(power.base(), exponent.times(Rational.HALF)));
    }
    return Optional.empty();
  }
}
