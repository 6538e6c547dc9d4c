package org.metricflows.numeric.internal.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which derivatives of κ and κ̇ a bi-jet needs, and the moments E[φ⁽ᵐ⁾(u) φ⁽ⁿ⁾(v)] they are.
 *
 * <p>They are those of {@link InvariantSpace}, the recursion's variables at each layer being its p,
 * q and r.
 */
final class DualMoments {

  /** A derivative ∂_p^a ∂_q^b ∂_r^c and the position of its moment. */
  record Term(int a, int b, int c, int moment, double factor) {}

  private final Map<List<Integer>, Integer> positions = new LinkedHashMap<>();
  private final List<Term> kappa = new ArrayList<>();
  private final List<Term> kappaDot = new ArrayList<>();

  DualMoments(PairSpace space) {
    for (int[] e : new InvariantSpace(space.orderX(), space.orderXp()).exponents()) {
      kappa.add(term(e[0], e[1], e[2], 0));
      kappaDot.add(term(e[0], e[1], e[2], 1));
    }
  }

  /** The terms of κ, c running fastest. */
  List<Term> kappa() {
    return kappa;
  }

  /** The terms of κ̇ = ∂κ/∂r, in the same order. */
  List<Term> kappaDot() {
    return kappaDot;
  }

  /** (m, n) of each moment; the first is (0, 0). */
  List<List<Integer>> moments() {
    return List.copyOf(positions.keySet());
  }

  /** The highest derivative of φ among the moments. */
  int order() {
    return positions.keySet().stream().flatMap(List::stream).mapToInt(i -> i).max().orElse(0);
  }

  private Term term(int a, int b, int c, int slope) {
    List<Integer> moment = List.of(2 * a + c + slope, 2 * b + c + slope);
    int position = positions.computeIfAbsent(moment, m -> positions.size());
    return new Term(a, b, c, position, 1 / (power(2, a + b) * factorial(a, b, c)));
  }

  private static double power(int base, int exponent) {
    return Math.pow(base, exponent);
  }

  private static double factorial(int... arguments) {
    double product = 1;
    for (int n : arguments) {
      for (int k = 2; k <= n; k++) {
        product *= k;
      }
    }
    return product;
  }
}
