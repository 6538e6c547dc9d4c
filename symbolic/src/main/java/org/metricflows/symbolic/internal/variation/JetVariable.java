package org.metricflows.symbolic.internal.variation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.metricflows.symbolic.derivation.Input;
import org.metricflows.symbolic.expression.Symbol;

/**
 * A partial derivative of a field as a variable: {@code g12d113} is ∂₁∂₁∂₃ g₁₂.
 *
 * @param field the field's name
 * @param latex how the field reads
 * @param indices the coordinates differentiated by, counted from 1, in ascending order
 */
record JetVariable(String field, String latex, List<Integer> indices) {

  JetVariable {
    indices = List.copyOf(indices);
  }

  JetVariable differentiate(int coordinate) {
    List<Integer> more = new ArrayList<>(indices);
    more.add(coordinate);
    Collections.sort(more);
    return new JetVariable(field, latex, more);
  }

  int order() {
    return indices.size();
  }

  Symbol symbol() {
    return new Symbol(field + (indices.isEmpty() ? "" : "d" + digits()));
  }

  Input input() {
    String read = indices.isEmpty() ? latex : "\\partial_{" + digits() + "}" + latex;
    return new Input(symbol(), read);
  }

  private String digits() {
    StringBuilder digits = new StringBuilder();
    indices.forEach(digits::append);
    return digits.toString();
  }

  /** The field and its derivatives up to an order, lower orders first. */
  static List<JetVariable> upTo(String field, String latex, int dimension, int order) {
    List<JetVariable> all = new ArrayList<>(List.of(new JetVariable(field, latex, List.of())));
    for (int from = 0, k = 1; k <= order; k++) {
      int to = all.size();
      for (; from < to; from++) {
        JetVariable lower = all.get(from);
        int first = lower.order() == 0 ? 1 : lower.indices().get(lower.order() - 1);
        for (int i = first; i <= dimension; i++) {
          all.add(lower.differentiate(i));
        }
      }
    }
    return all;
  }
}
