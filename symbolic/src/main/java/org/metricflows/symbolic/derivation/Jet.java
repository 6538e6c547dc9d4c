package org.metricflows.symbolic.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.expression.Symbol;

/**
 * A function's value and partial derivatives up to an order ≤ 2, as expressions.
 *
 * <p>Coefficients are plain derivatives in the order f; ∂₁f … ∂_d f; ∂₁₁f, ∂₁₂f, …, ∂_dd f (i ≤ j).
 * Arithmetic is that of truncated Taylor series.
 *
 * @param dimension number of coordinates d
 * @param order highest derivative, 0, 1 or 2
 * @param coefficients 1, 1 + d or 1 + d + d(d+1)/2 expressions
 */
public record Jet(int dimension, int order, List<Expr> coefficients) {

  public Jet {
    coefficients = List.copyOf(coefficients);
    if (coefficients.size() != size(dimension, order)) {
      throw new IllegalArgumentException(
          "jet: " + coefficients.size() + " coefficients, " + size(dimension, order) + " expected");
    }
  }

  /** Number of coefficients. */
  public static int size(int dimension, int order) {
    int first = order >= 1 ? dimension : 0;
    return 1 + first + (order >= 2 ? new SymmetricIndex(dimension).size() : 0);
  }

  /** What follows a function's name in the name of each coefficient: "", d1, …, d11, d12, …. */
  public static List<String> suffixes(int dimension, int order) {
    List<String> suffixes = new ArrayList<>(List.of(""));
    for (int i = 1; i <= dimension && order >= 1; i++) {
      suffixes.add("d" + i);
    }
    for (int i = 1; i <= dimension && order >= 2; i++) {
      for (int j = i; j <= dimension; j++) {
        suffixes.add("d" + i + j);
      }
    }
    return suffixes;
  }

  /** Declares the coefficients of an unknown function as inputs: f, fd1, …, fd11, …. */
  public static Jet input(
      Derivation.Builder builder, String name, String latex, int dimension, int order) {
    List<Expr> coefficients = new ArrayList<>();
    for (String suffix : suffixes(dimension, order)) {
      String read = suffix.isEmpty() ? latex : "\\partial_{" + suffix.substring(1) + "}" + latex;
      coefficients.add(builder.input(name + suffix, read));
    }
    return new Jet(dimension, order, coefficients);
  }

  /** A function that does not depend on the coordinates. */
  public static Jet constant(Expr value, int dimension, int order) {
    List<Expr> coefficients = new ArrayList<>(List.of(value));
    while (coefficients.size() < size(dimension, order)) {
      coefficients.add(Rational.ZERO);
    }
    return new Jet(dimension, order, coefficients);
  }

  /** The jet of an explicit expression of the coordinates. */
  public static Jet of(Expr f, List<Symbol> coordinates, int order) {
    return of(f, Coordinates.of(coordinates), order);
  }

  /** The jet of a formula along the coordinates of a chart. */
  public static Jet of(Expr f, Coordinates coordinates, int order) {
    int d = coordinates.dimension();
    List<Expr> coefficients = new ArrayList<>(List.of(f));
    for (int i = 0; i < d && order >= 1; i++) {
      coefficients.add(coordinates.differentiate(f, i));
    }
    for (int i = 0; i < d && order >= 2; i++) {
      for (int j = i; j < d; j++) {
        coefficients.add(coordinates.differentiate(coefficients.get(1 + i), j));
      }
    }
    return new Jet(d, order, coefficients);
  }

  public Expr value() {
    return coefficients.get(0);
  }

  /** ∂_i, with i counted from 0. */
  public Expr first(int i) {
    return coefficients.get(1 + i);
  }

  /** ∂_i∂_j, in either order, with i and j counted from 0. */
  public Expr second(int i, int j) {
    return coefficients.get(1 + dimension + new SymmetricIndex(dimension).of(i, j));
  }

  /**
   * Names the coefficients as lines name, named1, …, named11, … and returns the jet of the names.
   */
  public Jet define(Derivation.Builder builder, String name, String latex) {
    List<Expr> named = new ArrayList<>();
    List<String> suffixes = suffixes(dimension, order);
    for (int c = 0; c < coefficients.size(); c++) {
      String suffix = suffixes.get(c);
      String read = suffix.isEmpty() ? latex : "\\partial_{" + suffix.substring(1) + "}" + latex;
      named.add(builder.define(name + suffix, read, coefficients.get(c)));
    }
    return new Jet(dimension, order, named);
  }

  public Jet plus(Jet other) {
    return combine((c) -> coefficients.get(c).plus(other.coefficients.get(c)));
  }

  public Jet minus(Jet other) {
    return combine((c) -> coefficients.get(c).minus(other.coefficients.get(c)));
  }

  public Jet times(Expr constant) {
    return combine((c) -> coefficients.get(c).times(constant));
  }

  /** Leibniz: ∂_ij(fg) = f_ij g + f_i g_j + f_j g_i + f g_ij. */
  public Jet times(Jet other) {
    List<Expr> product = new ArrayList<>(List.of(value().times(other.value())));
    for (int i = 0; i < dimension && order >= 1; i++) {
      product.add(first(i).times(other.value()).plus(value().times(other.first(i))));
    }
    for (int i = 0; i < dimension && order >= 2; i++) {
      for (int j = i; j < dimension; j++) {
        product.add(
            Expr.sum(
                List.of(
                    second(i, j).times(other.value()),
                    first(i).times(other.first(j)),
                    first(j).times(other.first(i)),
                    value().times(other.second(i, j)))));
      }
    }
    return new Jet(dimension, order, product);
  }

  /**
   * The jet of φ∘f by the chain rule: ∂_ij = φ″ f_i f_j + φ′ f_ij.
   *
   * @param phi φ, φ′, φ″ at the value of f; only the first order + 1 are read
   */
  public Jet compose(List<? extends Expr> phi) {
    List<Expr> image = new ArrayList<>(List.of(phi.get(0)));
    for (int i = 0; i < dimension && order >= 1; i++) {
      image.add(phi.get(1).times(first(i)));
    }
    for (int i = 0; i < dimension && order >= 2; i++) {
      for (int j = i; j < dimension; j++) {
        Expr curved = phi.get(2).times(first(i)).times(first(j));
        image.add(curved.plus(phi.get(1).times(second(i, j))));
      }
    }
    return new Jet(dimension, order, image);
  }

  /** The jet of φ∘f, the derivatives of φ taken symbolically at the value of f. */
  public Jet compose(UnaryOperator<Expr> phi) {
    Symbol u = new Symbol("composeArgument");
    List<Expr> derivatives = new ArrayList<>();
    Expr derivative = phi.apply(u);
    for (int k = 0; k <= order; k++) {
      derivatives.add(derivative.substitute(Map.of(u, value())));
      derivative = derivative.differentiate(u);
    }
    return compose(derivatives);
  }

  private Jet combine(IntFunction<Expr> coefficient) {
    List<Expr> combined = new ArrayList<>();
    for (int c = 0; c < coefficients.size(); c++) {
      combined.add(coefficient.apply(c));
    }
    return new Jet(dimension, order, combined);
  }
}
