package org.metricflows.symbolic.internal.kernel;

import static org.metricflows.symbolic.expression.Rational.ONE;
import static org.metricflows.symbolic.expression.Rational.ZERO;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Power;
import org.metricflows.symbolic.expression.Product;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Sum;
import org.metricflows.symbolic.expression.Symbol;

/** Reads the coefficients of a polynomial off an expression. */
final class Polynomial {

  /** Of a higher degree, moments of order 2n no longer fit in a floating-point number's digits. */
  static final int LARGEST_DEGREE = 20;

  private Polynomial() {}

  /** c₀, c₁, …, cₙ of Σ cₖ uᵏ; empty if the expression is not such a sum of degree at most 20. */
  static Optional<List<Expr>> coefficients(Expr expr, Symbol u) {
    return read(expr, u).filter(c -> c.size() <= LARGEST_DEGREE + 1);
  }

  private static Optional<List<Expr>> read(Expr expr, Symbol u) {
    if (!expr.symbols().contains(u)) {
      return Optional.of(List.of(expr));
    }
    if (expr.equals(u)) {
      return Optional.of(List.of(ZERO, ONE));
    }
    if (expr instanceof Sum sum) {
      return fold(sum.terms(), u, ZERO, Polynomial::add);
    }
    if (expr instanceof Product product) {
      return fold(product.factors(), u, ONE, Polynomial::multiply);
    }
    if (expr instanceof Power power && power.exponent() instanceof Rational n) {
      return read(power.base(), u).flatMap(base -> power(base, n));
    }
    return Optional.empty();
  }

  private interface Operation {
    List<Expr> apply(List<Expr> a, List<Expr> b);
  }

  private static Optional<List<Expr>> fold(
      List<Expr> operands, Symbol u, Expr start, Operation operation) {
    List<Expr> result = List.of(start);
    for (Expr operand : operands) {
      Optional<List<Expr>> next = read(operand, u);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      result = operation.apply(result, next.get());
    }
    return Optional.of(result);
  }

  private static Optional<List<Expr>> power(List<Expr> base, Rational n) {
    if (!n.isInteger() || n.signum() < 0 || n.toDouble() * (base.size() - 1) > LARGEST_DEGREE) {
      return Optional.empty();
    }
    List<Expr> result = List.of(ONE);
    for (int i = 0; i < n.toDouble(); i++) {
      result = multiply(result, base);
    }
    return Optional.of(result);
  }

  private static List<Expr> add(List<Expr> a, List<Expr> b) {
    List<Expr> sum = new ArrayList<>();
    for (int k = 0; k < Math.max(a.size(), b.size()); k++) {
      sum.add((k < a.size() ? a.get(k) : ZERO).plus(k < b.size() ? b.get(k) : ZERO));
    }
    return sum;
  }

  private static List<Expr> multiply(List<Expr> a, List<Expr> b) {
    List<Expr> product = new ArrayList<>();
    for (int k = 0; k < a.size() + b.size() - 1; k++) {
      Expr sum = ZERO;
      for (int i = Math.max(0, k - b.size() + 1); i <= Math.min(k, a.size() - 1); i++) {
        sum = sum.plus(a.get(i).times(b.get(k - i)));
      }
      product.add(sum);
    }
    return product;
  }
}
