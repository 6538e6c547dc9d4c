package org.metricflows.symbolic.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A product of at least two factors, a rational coefficient (if any) first, no base twice. */
public record Product(List<Expr> factors) implements Expr {

  public Product {
    factors = List.copyOf(factors);
  }

  /**
   * The canonical product: flat, powers of one base joined, sorted; zero, one factor or a {@code
   * Product}.
   */
  public static Expr of(List<? extends Expr> factors) {
    Map<Expr, Expr> exponents = new LinkedHashMap<>();
    Rational coefficient = collect(factors, Rational.of(1), exponents);
    if (coefficient.signum() == 0) {
      return Rational.ZERO;
    }
    List<Expr> kept = new ArrayList<>();
    for (Map.Entry<Expr, Expr> entry : exponents.entrySet()) {
      Expr power = Power.of(entry.getKey(), entry.getValue());
      if (power instanceof Rational number) {
        coefficient = coefficient.multiply(number);
      } else if (!(power instanceof Product)) {
        kept.add(power);
      } else {
        Product nested = (Product) power;
        coefficient = coefficient.multiply(nested.coefficient());
        nested.factors.stream().filter(f -> !(f instanceof Rational)).forEach(kept::add);
      }
    }
    return assemble(coefficient, kept);
  }

  /** coefficient · rest, where {@code rest} carries no rational factor of its own. */
  static Expr scaled(Rational coefficient, Expr rest) {
    if (rest instanceof Product product) {
      return assemble(coefficient, new ArrayList<>(product.factors));
    }
    return rest.isOne() ? coefficient : assemble(coefficient, new ArrayList<>(List.of(rest)));
  }

  private static Expr assemble(Rational coefficient, List<Expr> factors) {
    if (factors.isEmpty()) {
      return coefficient;
    }
    factors.sort(CanonicalOrder.INSTANCE);
    if (!coefficient.isOne()) {
      factors.add(0, coefficient);
    }
    return factors.size() == 1 ? factors.get(0) : new Product(factors);
  }

  private static Rational collect(
      List<? extends Expr> factors, Rational start, Map<Expr, Expr> exponents) {
    Rational coefficient = start;
    for (Expr factor : factors) {
      if (factor instanceof Rational number) {
        coefficient = coefficient.multiply(number);
      } else if (factor instanceof Product product) {
        coefficient = collect(product.factors, coefficient, exponents);
      } else if (factor instanceof Power power) {
        exponents.merge(power.base(), power.exponent(), Expr::plus);
      } else {
        exponents.merge(factor, Rational.ONE, Expr::plus);
      }
    }
    return coefficient;
  }

  /** The rational factor, 1 if there is none. */
  public Rational coefficient() {
    return factors.get(0) instanceof Rational number ? number : Rational.of(1);
  }

  /** The product without its rational factor. */
  public Expr withoutCoefficient() {
    if (!(factors.get(0) instanceof Rational)) {
      return this;
    }
    List<Expr> rest = factors.subList(1, factors.size());
    return rest.size() == 1 ? rest.get(0) : new Product(rest);
  }

  @Override
  public <R> R accept(ExprVisitor<R> visitor) {
    return visitor.product(this);
  }

  @Override
  public List<Expr> operands() {
    return factors;
  }

  @Override
  public Expr withOperands(List<Expr> operands) {
    return of(operands);
  }

  @Override
  public Expr differentiate(Symbol x) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      Expr inner = factors.get(i).differentiate(x);
      if (!inner.isZero()) {
        List<Expr> term = new ArrayList<>(factors);
        term.set(i, inner);
        terms.add(of(term));
      }
    }
    return Sum.of(terms);
  }

  @Override
  public String toString() {
    return Dialect.TEXT.print(this);
  }
}
