package org.metricflows.symbolic.geometry;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Coordinates;
import org.metricflows.symbolic.derivation.SymmetricIndex;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/**
 * A chart u ↦ X(u) of a submanifold of R^N around one of its points, of which the derivatives
 *
 * <pre>
 *   X^a,   X^a_i = ∂_i X^a,   X^a_ij,   X^a_ijk
 * </pre>
 *
 * at that point are symbols. Formulas in them are functions on the chart: in X alone they are the
 * ambient space's, restricted. Their derivatives along the chart are total ones,
 *
 * <pre>
 *   D_i f = ∂f/∂X^a X^a_i + ∂f/∂X^a_j X^a_ij + ∂f/∂X^a_jk X^a_ijk
 * </pre>
 *
 * so that a metric g_ij = X^a_i X^b_j F_ab(X) has two of them. The symbols are named like the
 * coefficients of a jet: X, Xd1, Xd12, Xd112 for an ambient coordinate X.
 *
 * @param ambient the coordinates X^1 … X^N of the ambient space
 * @param dimension n, of the submanifold
 */
public record EmbeddedChart(List<Symbol> ambient, int dimension) implements Coordinates {

  /** The highest derivative of X that is known. */
  public static final int ORDER = 3;

  /** Copies its list. */
  public EmbeddedChart {
    ambient = List.copyOf(ambient);
    if (dimension < 1 || dimension >= ambient.size()) {
      throw new IllegalArgumentException(
          "submanifold: dimension " + dimension + " in R^" + ambient.size());
    }
  }

  /** How many numbers a point is given by: those of X, X_i, X_ij and X_ijk. */
  public int size() {
    return indices(dimension).size() * ambient.size();
  }

  /**
   * By which coordinates X is differentiated, in the order of the numbers of a point: {}, then 0 …
   * n−1, then 00, 01, …, then 000, 001, …; the ambient coordinate runs fastest.
   */
  public static List<List<Integer>> indices(int n) {
    List<List<Integer>> all = new ArrayList<>(List.of(List.of()));
    List<List<Integer>> highest = all;
    for (int order = 1; order <= ORDER; order++) {
      List<List<Integer>> next = new ArrayList<>();
      for (List<Integer> lower : highest) {
        for (int i = lower.isEmpty() ? 0 : lower.get(lower.size() - 1); i < n; i++) {
          List<Integer> raised = new ArrayList<>(lower);
          raised.add(i);
          next.add(List.copyOf(raised));
        }
      }
      all = new ArrayList<>(all);
      all.addAll(next);
      highest = next;
    }
    return List.copyOf(all);
  }

  @Override
  public List<Symbol> symbols() {
    List<Symbol> symbols = new ArrayList<>();
    for (List<Integer> index : indices(dimension)) {
      ambient.forEach(x -> symbols.add(symbol(x, index)));
    }
    return symbols;
  }

  @Override
  public List<Symbol> names() {
    return ambient;
  }

  private static Symbol symbol(Symbol x, List<Integer> index) {
    StringBuilder name = new StringBuilder(x.name());
    if (!index.isEmpty()) {
      name.append('d');
      index.stream().sorted().forEach(i -> name.append(i + 1));
    }
    return new Symbol(name.toString());
  }

  /** X^a_i, counted from 0. */
  public Symbol tangent(int a, int i) {
    return symbol(ambient.get(a), List.of(i));
  }

  @Override
  public Expr differentiate(Expr f, int i) {
    List<Expr> terms = new ArrayList<>();
    for (List<Integer> index : indices(dimension)) {
      for (Symbol x : ambient) {
        Symbol coefficient = symbol(x, index);
        if (f.symbols().contains(coefficient)) {
          terms.add(f.differentiate(coefficient).times(raised(x, index, i)));
        }
      }
    }
    return Expr.sum(terms);
  }

  private static Symbol raised(Symbol x, List<Integer> index, int i) {
    if (index.size() == ORDER) {
      throw new IllegalArgumentException("submanifold: X is known to third order only");
    }
    List<Integer> raised = new ArrayList<>(index);
    raised.add(i);
    return symbol(x, raised);
  }

  /** The induced metric's components X^a_i X^a_j, i ≤ j. */
  public List<Expr> induced() {
    List<Expr> components = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      for (int j = i; j < dimension; j++) {
        List<Expr> terms = new ArrayList<>();
        for (int a = 0; a < ambient.size(); a++) {
          terms.add(tangent(a, i).times(tangent(a, j)));
        }
        components.add(Expr.sum(terms));
      }
    }
    return components;
  }

  /**
   * The components X^a_i X^b_j F_ab, i ≤ j, of a symmetric form.
   *
   * @param form F_ab, a ≤ b, of the ambient coordinates
   */
  public List<Expr> pullBack(List<Expr> form) {
    SymmetricIndex index = new SymmetricIndex(ambient.size());
    List<Expr> components = new ArrayList<>();
    for (int i = 0; i < dimension; i++) {
      for (int j = i; j < dimension; j++) {
        List<Expr> terms = new ArrayList<>();
        for (int a = 0; a < ambient.size(); a++) {
          for (int b = 0; b < ambient.size(); b++) {
            terms.add(
                Expr.product(List.of(form.get(index.of(a, b)), tangent(a, i), tangent(b, j))));
          }
        }
        components.add(Expr.sum(terms));
      }
    }
    return components;
  }

  /**
   * A density by the chart's coordinates, of one by the submanifold's own volume: f √det(X_i·X_j).
   *
   * <p>At the point itself, where the chart is a graph over the tangent space and X_i·X_j = δ_ij +
   * A_ij with A of second order, ½ log det(1 + A) is ½ tr A with two derivatives.
   */
  public Expr density(Expr f) {
    List<Expr> terms = new ArrayList<>(List.of(Rational.of(-dimension)));
    for (int i = 0; i < dimension; i++) {
      for (int a = 0; a < ambient.size(); a++) {
        terms.add(tangent(a, i).pow(2));
      }
    }
    return f.times(Expr.exp(Expr.sum(terms).over(2)));
  }
}
