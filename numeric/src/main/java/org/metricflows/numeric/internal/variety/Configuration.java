package org.metricflows.numeric.internal.variety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The degrees of a complete intersection in P^{n₁} × P^{n₂} × …, and the numbers of intersection
 * theory that follow from them.
 *
 * <p>Homogeneous coordinates are counted through all factors. With H_f the hyperplane class of
 * factor f, ∫ Π H_f^{n_f} = 1 and the variety is dual to Π_α (Σ_f q_αf H_f).
 *
 * @param ambient n₁, n₂, …
 * @param degrees q_αf, {@code [equation][factor]}
 */
public record Configuration(List<Integer> ambient, List<List<Integer>> degrees) {

  /**
   * @throws IllegalArgumentException unless each equation has a degree in every factor and the
   *     dimension is 1 at least
   */
  public Configuration {
    ambient = List.copyOf(ambient);
    degrees = degrees.stream().map(List::copyOf).toList();
    for (List<Integer> row : degrees) {
      if (row.size() != ambient.size()) {
        throw new IllegalArgumentException(
            "degrees: " + row + " are not one for each of the factors " + ambient);
      }
    }
    if (degrees.isEmpty() || ambient.stream().mapToInt(n -> n).sum() <= degrees.size()) {
      throw new IllegalArgumentException(
          "degrees: " + degrees.size() + " equations leave no curve in " + ambient);
    }
  }

  /** Number of factors. */
  public int factors() {
    return ambient.size();
  }

  /** Number of homogeneous coordinates of all factors, N. */
  public int coordinates() {
    return ambient.stream().mapToInt(n -> n + 1).sum();
  }

  /** Number of equations, K. */
  public int codimension() {
    return degrees.size();
  }

  /** Complex dimension m. */
  public int dimension() {
    return ambient.stream().mapToInt(n -> n).sum() - codimension();
  }

  /** First coordinate of a factor; for the number of factors, N. */
  public int first(int factor) {
    return ambient.subList(0, factor).stream().mapToInt(n -> n + 1).sum();
  }

  /** ∫ (Σ_f H_f)^m over the variety: its volume times m! where each factor has volume 1/n_f!. */
  public long intersectionNumber() {
    List<List<Integer>> forms = new ArrayList<>(degrees);
    forms.addAll(Collections.nCopies(dimension(), Collections.nCopies(factors(), 1)));
    return coefficient(forms, ambient);
  }

  /**
   * In how many points the variety meets linear subspaces of dimension t_f in each factor, Σ t_f =
   * K: ∫ Π H_f^{n_f − t_f}.
   */
  public long intersections(List<Integer> lines) {
    return coefficient(degrees, lines);
  }

  /**
   * Dimensions t_f of linear subspaces that meet the variety in points: as much as possible in the
   * largest factor, where there is a choice.
   */
  public List<Integer> lines() {
    List<Integer> order =
        IntStream.range(0, factors())
            .boxed()
            .sorted(Comparator.comparing((Integer f) -> -ambient.get(f)))
            .toList();
    int[] lines = new int[factors()];
    if (!fill(order, 0, codimension(), lines)) {
      throw new IllegalArgumentException("degrees: " + degrees + " define an empty variety");
    }
    return Arrays.stream(lines).boxed().toList();
  }

  private boolean fill(List<Integer> order, int next, int left, int[] lines) {
    if (next == order.size()) {
      return left == 0 && intersections(Arrays.stream(lines).boxed().toList()) > 0;
    }
    int factor = order.get(next);
    for (int t = Math.min(left, ambient.get(factor)); t >= 0; t--) {
      lines[factor] = t;
      if (fill(order, next + 1, left - t, lines)) {
        return true;
      }
    }
    return false;
  }

  /** The coefficient of Π H_f^{e_f} in a product of linear forms. */
  private static long coefficient(List<List<Integer>> forms, List<Integer> exponents) {
    if (exponents.stream().anyMatch(e -> e < 0)) {
      return 0;
    }
    if (forms.isEmpty()) {
      return 1;
    }
    long sum = 0;
    for (int f = 0; f < exponents.size(); f++) {
      int factor = forms.get(0).get(f);
      if (factor != 0 && exponents.get(f) > 0) {
        List<Integer> lower = new ArrayList<>(exponents);
        lower.set(f, lower.get(f) - 1);
        sum += factor * coefficient(forms.subList(1, forms.size()), lower);
      }
    }
    return sum;
  }
}
