package org.metricflows.numeric.internal.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.metricflows.numeric.internal.batch.JetBasis;

/** The quadratic forms q_s of a jet basis, and their derivatives ∂q_s/∂z_i, as loops want them. */
final class ChainTerms {

  /**
   * The term ± z_other ā_second of v_i = Σ_s ā_s ∂q_s/∂z_i, or twice that where z_other is z_i
   * itself.
   */
  record Slope(int other, int second, boolean negative, boolean square) {}

  /** Position of the first second derivative. */
  final int start;

  /** For each second derivative the terms of its form. */
  final JetBasis.Product[][] forms;

  /** For each first derivative the terms of v_i, squares first. */
  final Slope[][] slopes;

  ChainTerms(JetBasis basis) {
    start = 1 + basis.firsts();
    forms = new JetBasis.Product[basis.size() - start][];
    for (int s = 0; s < forms.length; s++) {
      int second = start + s;
      forms[s] =
          basis.products().stream()
              .filter(p -> p.second() == second)
              .toArray(JetBasis.Product[]::new);
    }
    slopes = new Slope[basis.firsts()][];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = slopes(basis, 1 + i);
    }
  }

  private static Slope[] slopes(JetBasis basis, int first) {
    List<Slope> slopes = new ArrayList<>();
    for (JetBasis.Product p : basis.products()) {
      if (p.left() == first) {
        boolean square = p.right() == first;
        slopes.add(new Slope(p.right(), p.second(), p.negative(), square));
      } else if (p.right() == first) {
        slopes.add(new Slope(p.left(), p.second(), p.negative(), false));
      }
    }
    slopes.sort(Comparator.comparing(slope -> !slope.square()));
    return slopes.toArray(Slope[]::new);
  }
}
