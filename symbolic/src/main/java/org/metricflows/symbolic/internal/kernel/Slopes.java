package org.metricflows.symbolic.internal.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.metricflows.symbolic.expression.Call;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;

/**
 * The slopes of a function that is linear on either side of the origin and vanishes there.
 *
 * @param right slope for u > 0
 * @param left slope for u &lt; 0
 */
record Slopes(Rational right, Rational left) {

  /** The slopes of an expression, if it is such a function with rational slopes. */
  static Optional<Slopes> of(Expr expr, Symbol u) {
    if (expr.equals(u)) {
      return Optional.of(new Slopes(Rational.of(1), Rational.of(1)));
    }
    if (expr.isZero()) {
      return Optional.of(new Slopes(Rational.of(0), Rational.of(0)));
    }
    if (expr instanceof Sum sum) {
      return combine(sum.terms(), u, Rational::add, Rational::add);
    }
    if (expr instanceof Product product && !product.coefficient().isOne()) {
      return of(product.withoutCoefficient(), u).map(s -> s.scale(product.coefficient()));
    }
    if (expr instanceof Call call) {
      return ofCall(call, u);
    }
    return Optional.empty();
  }

  private static Optional<Slopes> ofCall(Call call, Symbol u) {
    List<Expr> arguments = call.arguments();
    return switch (call.function()) {
      case ABS -> of(arguments.get(0), u).map(Slopes::magnitude);
      case MAX -> combine(arguments, u, Slopes::larger, Slopes::smaller);
      case MIN -> combine(arguments, u, Slopes::smaller, Slopes::larger);
      default -> Optional.empty();
    };
  }

  private static Optional<Slopes> combine(
      List<Expr> parts, Symbol u, BinaryOperator<Rational> right, BinaryOperator<Rational> left) {
    Slopes result = null;
    for (Expr part : parts) {
      Optional<Slopes> next = of(part, u);
      if (next.isEmpty()) {
        return next;
      }
      Slopes s = next.get();
      result =
          result == null
              ? s
              : new Slopes(right.apply(result.right, s.right), left.apply(result.left, s.left));
    }
    return Optional.ofNullable(result);
  }

  private Slopes scale(Rational factor) {
    return new Slopes(right.multiply(factor), left.multiply(factor));
  }

  /** |φ|, which falls to the left of the origin. */
  private Slopes magnitude() {
    return new Slopes(
        larger(right, right.multiply(Rational.of(-1))),
        smaller(left, left.multiply(Rational.of(-1))));
  }

  private static Rational larger(Rational a, Rational b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Rational smaller(Rational a, Rational b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
