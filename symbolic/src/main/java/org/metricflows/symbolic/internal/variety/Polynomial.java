package org.metricflows.symbolic.internal.variety;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.metricflows.symbolic.expression.ComplexExpr;
import org.metricflows.symbolic.expression.Expr;

/** A polynomial in complex variables z0, z1, … with exact complex coefficients. */
public final class Polynomial {

  private static final Comparator<List<Integer>> ORDER =
      (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
          int order = Integer.compare(b.get(i), a.get(i));
          if (order != 0) {
            return order;
          }
        }
        return 0;
      };

  private final int variables;
  private final TreeMap<List<Integer>, ComplexExpr> terms;

  private Polynomial(int variables, TreeMap<List<Integer>, ComplexExpr> terms) {
    this.variables = variables;
    this.terms = terms;
    terms.values().removeIf(ComplexExpr::isZero);
  }

  static Polynomial constant(int variables, ComplexExpr value) {
    TreeMap<List<Integer>, ComplexExpr> terms = new TreeMap<>(ORDER);
    terms.put(IntStream.range(0, variables).mapToObj(i -> 0).toList(), value);
    return new Polynomial(variables, terms);
  }

  static Polynomial variable(int variables, int index) {
    TreeMap<List<Integer>, ComplexExpr> terms = new TreeMap<>(ORDER);
    terms.put(
        IntStream.range(0, variables).mapToObj(i -> i == index ? 1 : 0).toList(), ComplexExpr.ONE);
    return new Polynomial(variables, terms);
  }

  /** Number of variables. */
  public int variables() {
    return variables;
  }

  /** Coefficients by exponents, in descending lexicographic order; none of them zero. */
  public Map<List<Integer>, ComplexExpr> terms() {
    return Collections.unmodifiableMap(terms);
  }

  public boolean isZero() {
    return terms.isEmpty();
  }

  /** Whether no variable occurs. */
  public boolean isConstant() {
    return terms.keySet().stream().allMatch(e -> e.stream().allMatch(n -> n == 0));
  }

  /** The same polynomial with further variables behind, which do not occur. */
  Polynomial widened(int more) {
    TreeMap<List<Integer>, ComplexExpr> wide = new TreeMap<>(ORDER);
    terms.forEach(
        (exponents, c) -> {
          List<Integer> longer = new ArrayList<>(exponents);
          longer.addAll(Collections.nCopies(more, 0));
          wide.put(List.copyOf(longer), c);
        });
    return new Polynomial(variables + more, wide);
  }

  Polynomial plus(Polynomial other) {
    TreeMap<List<Integer>, ComplexExpr> sum = new TreeMap<>(terms);
    other.terms.forEach((exponents, c) -> sum.merge(exponents, c, ComplexExpr::plus));
    return new Polynomial(variables, sum);
  }

  Polynomial times(Polynomial other) {
    TreeMap<List<Integer>, ComplexExpr> product = new TreeMap<>(ORDER);
    terms.forEach(
        (a, x) ->
            other.terms.forEach((b, y) -> product.merge(add(a, b), x.times(y), ComplexExpr::plus)));
    return new Polynomial(variables, product);
  }

  /** ∂/∂z_i. */
  public Polynomial derivative(int i) {
    TreeMap<List<Integer>, ComplexExpr> slope = new TreeMap<>(ORDER);
    terms.forEach(
        (exponents, c) -> {
          int n = exponents.get(i);
          if (n > 0) {
            List<Integer> lower = new ArrayList<>(exponents);
            lower.set(i, n - 1);
            slope.put(List.copyOf(lower), c.times(Expr.of(n)));
          }
        });
    return new Polynomial(variables, slope);
  }

  private static List<Integer> add(List<Integer> a, List<Integer> b) {
    return IntStream.range(0, a.size()).mapToObj(i -> a.get(i) + b.get(i)).toList();
  }

  /** A monomial as text: {@code z0^2*z3}. */
  static String text(List<Integer> exponents) {
    String product =
        IntStream.range(0, exponents.size())
            .filter(i -> exponents.get(i) > 0)
            .mapToObj(i -> "z" + i + (exponents.get(i) == 1 ? "" : "^" + exponents.get(i)))
            .collect(Collectors.joining("*"));
    return product.isEmpty() ? "1" : product;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Polynomial p && variables == p.variables && terms.equals(p.terms);
  }

  @Override
  public int hashCode() {
    return 31 * terms.hashCode() + variables;
  }

  @Override
  public String toString() {
    return terms.entrySet().stream()
        .map(t -> "(" + t.getValue().re() + ", " + t.getValue().im() + ")*" + text(t.getKey()))
        .collect(Collectors.joining(" + "));
  }
}
