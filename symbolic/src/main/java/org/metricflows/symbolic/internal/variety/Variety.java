package org.metricflows.symbolic.internal.variety;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.ComplexExpr;

/**
 * A complete intersection Q₁ = … = Q_K = 0 in a product of projective spaces with vanishing first
 * Chern class: in each factor P^n the degrees of the equations sum to n + 1. Where it is smooth it
 * is a Calabi–Yau manifold of complex dimension m = Σ nᵢ − K.
 *
 * @param ambient the product of projective spaces
 * @param equations Q₁, …, Q_K, each homogeneous in the coordinates of every factor
 */
public record Variety(Ambient ambient, List<Polynomial> equations) {

  private static final String FIELD = "variety.equations";

  /**
   * @throws InputException if an equation is not homogeneous in the coordinates of every factor, c₁
   *     does not vanish, or nothing of dimension 1 at least is left
   */
  public Variety {
    equations = List.copyOf(equations);
    for (int k = 0; k < equations.size(); k++) {
      checkHomogeneous(ambient, FIELD + "[" + k + "]", equations.get(k));
    }
    if (equations.isEmpty() || ambient.dimension() - equations.size() < 1) {
      throw InputException.of(
          FIELD,
          ""
              + equations.size()
              + " equations in "
              + ambient
              + "; 1 to "
              + (ambient.dimension() - 1)
              + " are allowed, so that the variety has dimension 1 at least");
    }
    checkFirstChernClass(ambient, equations);
  }

  /**
   * Reads a variety.
   *
   * @param ambient the dimensions n₁, n₂, … of the projective spaces
   * @param equations polynomials in z0, z1, …, the parameters, and {@code I}
   * @param parameters constant formulas by name, in {@code I} perhaps
   * @throws InputException naming the field and what is wrong
   */
  public static Variety of(
      List<Integer> ambient, List<String> equations, Map<String, String> parameters) {
    Ambient space = new Ambient(ambient);
    EquationReader reader = new EquationReader(space, parameters);
    List<Polynomial> polynomials = new ArrayList<>();
    for (String equation : equations) {
      polynomials.add(reader.read(FIELD + "[" + polynomials.size() + "]", equation));
    }
    return new Variety(space, polynomials);
  }

  /** Whether it is Fermat's hypersurface Σ zᵢᴺ = 0, of N coordinates, up to a constant factor. */
  public boolean isFermat() {
    int n = ambient.coordinates();
    if (ambient.factors() > 1 || codimension() > 1) {
      return false;
    }
    Map<List<Integer>, ComplexExpr> terms = equations.get(0).terms();
    boolean isPure = terms.keySet().stream().allMatch(exponents -> exponents.contains(n));
    return isPure && terms.size() == n && terms.values().stream().distinct().count() == 1;
  }

  /** Number of equations, K. */
  public int codimension() {
    return equations.size();
  }

  /** Complex dimension m. */
  public int dimension() {
    return ambient.dimension() - codimension();
  }

  /** Degrees {@code [equation][factor]}: the configuration matrix, transposed. */
  public List<List<Integer>> degrees() {
    return equations.stream()
        .map(q -> degrees(ambient, q.terms().keySet().iterator().next()))
        .toList();
  }

  private static List<Integer> degrees(Ambient ambient, List<Integer> exponents) {
    return IntStream.range(0, ambient.factors())
        .mapToObj(f -> ambient.coordinatesOf(f).map(exponents::get).sum())
        .toList();
  }

  private static void checkHomogeneous(Ambient ambient, String field, Polynomial equation) {
    if (equation.isConstant()) {
      throw InputException.of(field, "has no coordinate in it; " + ambient.names() + " are");
    }
    List<Integer> first = equation.terms().keySet().iterator().next();
    List<Integer> expected = degrees(ambient, first);
    for (List<Integer> other : equation.terms().keySet()) {
      List<Integer> seen = degrees(ambient, other);
      for (int f = 0; f < ambient.factors(); f++) {
        if (!seen.get(f).equals(expected.get(f))) {
          throw InputException.of(
              field,
              "is not homogeneous in "
                  + factor(ambient, f)
                  + ": "
                  + Polynomial.text(first)
                  + " has degree "
                  + expected.get(f)
                  + ", "
                  + Polynomial.text(other)
                  + " has degree "
                  + seen.get(f));
        }
      }
    }
  }

  private static String factor(Ambient ambient, int f) {
    int first = ambient.first(f);
    int n = ambient.dimensions().get(f);
    return "the coordinates z" + first + ", ..., z" + (first + n) + " of P^" + n;
  }

  private static void checkFirstChernClass(Ambient ambient, List<Polynomial> equations) {
    for (int f = 0; f < ambient.factors(); f++) {
      int needed = ambient.dimensions().get(f) + 1;
      int sum = 0;
      for (Polynomial equation : equations) {
        sum += degrees(ambient, equation.terms().keySet().iterator().next()).get(f);
      }
      if (sum != needed) {
        throw InputException.of(
            FIELD,
            "the first Chern class is not 0: the degrees in "
                + factor(ambient, f)
                + " sum to "
                + sum
                + ", but must sum to "
                + needed
                + ", so "
                + Math.abs(needed - sum)
                + (sum < needed ? " is missing" : " is too much"));
      }
    }
  }
}
