package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;

/**
 * A real Lie algebra by its structure constants in a basis: [e_i, e_j] = C^k_ij e_k.
 *
 * <p>Antisymmetric by construction. Jacobi's identity is for {@link #jacobi} to tell: whether a
 * constant such as √2 cancels is a question to ask in numbers.
 *
 * @param dimension d, 1 to 6
 * @param constants {@code [pair][k]}: C^k_ij for the pairs i &lt; j in the order 12, 13, …, 23, …
 */
public record LieAlgebra(int dimension, List<List<Expr>> constants) {
  private static final int MAX_DIMENSION = 6;

  public LieAlgebra {
    constants = constants.stream().<List<Expr>>map(List::copyOf).toList();
    boolean fits =
        dimension >= 1
            && dimension <= MAX_DIMENSION
            && constants.size() == dimension * (dimension - 1) / 2;
    int d = dimension;
    if (!fits || constants.stream().anyMatch(vector -> vector.size() != d)) {
      throw new IllegalArgumentException("Lie algebra: " + constants + " in dimension " + d);
    }
  }

  /** A pair of basis vectors, i &lt; j, counted from 0. */
  public record Pair(int i, int j) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return i == other.i ? Integer.compare(j, other.j) : Integer.compare(i, other.i);
    }
  }

  /** The algebra with the given brackets of basis vectors i &lt; j; all others vanish. */
  public static LieAlgebra of(int dimension, Map<Pair, List<Expr>> brackets) {
    Map<Pair, List<Expr>> all = new TreeMap<>();
    for (int i = 0; i < dimension; i++) {
      for (int j = i + 1; j < dimension; j++) {
        all.put(new Pair(i, j), Collections.nCopies(dimension, Rational.ZERO));
      }
    }
    brackets.forEach(
        (pair, vector) -> {
          if (all.put(pair, vector) == null) {
            throw new IllegalArgumentException("Lie algebra: no bracket " + pair);
          }
        });
    return new LieAlgebra(dimension, List.copyOf(all.values()));
  }

  /** All brackets vanish. */
  public static LieAlgebra abelian(int dimension) {
    return of(dimension, Map.of());
  }

  /**
   * A unimodular algebra in Milnor's form: [e₂,e₃] = 2λe₁, [e₃,e₁] = 2μe₂, [e₁,e₂] = 2νe₃. Every
   * unimodular algebra of dimension 3 is one of these.
   */
  public static LieAlgebra unimodular(Expr lambda, Expr mu, Expr nu) {
    Expr zero = Rational.ZERO;
    return of(
        3,
        Map.of(
            new Pair(1, 2), List.of(lambda.times(2), zero, zero),
            new Pair(0, 2), List.of(zero, mu.times(-2), zero),
            new Pair(0, 1), List.of(zero, zero, nu.times(2))));
  }

  /** C^k_ij. */
  public Expr constant(int k, int i, int j) {
    if (i == j) {
      return Rational.ZERO;
    }
    return i < j ? constants.get(index(i, j)).get(k) : constant(k, j, i).negate();
  }

  private int index(int i, int j) {
    return i * dimension - i * (i + 1) / 2 + j - i - 1;
  }

  /** [e_i, e_j] as coefficients of e_1 … e_d. */
  public List<Expr> bracket(int i, int j) {
    List<Expr> vector = new ArrayList<>();
    for (int k = 0; k < dimension; k++) {
      vector.add(constant(k, i, j));
    }
    return vector;
  }

  /** [e_i,[e_j,e_k]] + [e_j,[e_k,e_i]] + [e_k,[e_i,e_j]], which a Lie algebra has 0. */
  public List<Expr> jacobi(int i, int j, int k) {
    List<Expr> vector = new ArrayList<>();
    for (int m = 0; m < dimension; m++) {
      List<Expr> terms = new ArrayList<>();
      for (int l = 0; l < dimension; l++) {
        terms.add(constant(l, j, k).times(constant(m, i, l)));
        terms.add(constant(l, k, i).times(constant(m, j, l)));
        terms.add(constant(l, i, j).times(constant(m, k, l)));
      }
      vector.add(Expr.sum(terms));
    }
    return vector;
  }
}
