package org.metricflows.symbolic.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sum of at least two terms, no two of which differ by a rational factor alone. */
public record Sum(List<Expr> terms) implements Expr {

  public Sum {
    terms = List.copyOf(terms);
  }

  /** The canonical sum: flat, collected and sorted; zero, one term or a {@code Sum}. */
  public static Expr of(List<? extends Expr> terms) {
    Map<Expr, Rational> collected = new LinkedHashMap<>();
    for (Expr term : terms) {
      collect(term, Rational.of(1), collected);
    }
    List<Expr> kept = new ArrayList<>();
    collected.forEach(
        (rest, coefficient) -> {
          if (coefficient.signum() != 0) {
            kept.add(Product.scaled(coefficient, rest));
          }
        });
    if (kept.isEmpty()) {
      return Rational.ZERO;
    }
    if (kept.size() == 1) {
      return kept.get(0);
    }
    kept.sort(CanonicalOrder.INSTANCE);
    return new Sum(kept);
  }

  private static void collect(Expr term, Rational scale, Map<Expr, Rational> collected) {
    if (term instanceof Sum sum) {
      sum.terms.forEach(t -> collect(t, scale, collected));
    } else if (term instanceof Rational number) {
      collected.merge(Rational.ONE, number.multiply(scale), Rational::add);
    } else if (term instanceof Product product) {
      Expr rest = product.withoutCoefficient();
      Rational coefficient = product.coefficient().multiply(scale);
      if (rest instanceof Sum sum) {
        sum.terms.forEach(t -> collect(t, coefficient, collected));
      } else {
        collected.merge(rest, coefficient, Rational::add);
      }
    } else {
      collected.merge(term, scale, Rational::add);
    }
  }

  @Override
  public <R> R accept(ExprVisitor<R> visitor) {
    return visitor.sum(this);
  }

  @Override
  public List<Expr> operands() {
    return terms;
  }

  @Override
  public Expr withOperands(List<Expr> operands) {
    return of(operands);
  }

  @Override
  public Expr differentiate(Symbol x) {
    return of(terms.stream().map(t -> t.differentiate(x)).filter(t -> !t.isZero()).toList());
  }

  @Override
  public String toString() {
    return Dialect.TEXT.print(this);
  }
}
