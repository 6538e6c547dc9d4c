package org.metricflows.proofs.internal.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.metricflows.proofs.internal.algebra.Algebra;
import org.metricflows.proofs.internal.formula.FormulaException;

/**
 * Components of a tensor with labelled slots, the last slot running fastest.
 *
 * @param slots its free indices, none for a scalar
 * @param components one for each combination of their values
 */
record Tensor<S>(List<Slot> slots, List<S> components) {

  static <S> Tensor<S> scalar(S value) {
    return new Tensor<>(List.of(), List.of(value));
  }

  S scalarValue(String where) {
    if (!slots.isEmpty()) {
      throw new FormulaException(where + ": a scalar is expected, free indices " + slots);
    }
    return components.get(0);
  }

  boolean isZero(Algebra<S> algebra) {
    return components.stream().allMatch(algebra::isZero);
  }

  Tensor<S> map(UnaryOperator<S> change) {
    return new Tensor<>(slots, components.stream().map(change).toList());
  }

  /** Distance in the list of components between neighbours along each slot. */
  int[] strides() {
    int[] strides = new int[slots.size()];
    int stride = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= slots.get(i).size();
    }
    return strides;
  }

  /** Position of the slot with a label, −1 if there is none. */
  int find(String label) {
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).label().equals(label)) {
        return i;
      }
    }
    return -1;
  }

  /** The same tensor with its slots in another order. */
  Tensor<S> ordered(List<Slot> order) {
    if (order.equals(slots)) {
      return this;
    }
    int[] strides = strides();
    int[] along = new int[order.size()];
    for (int i = 0; i < along.length; i++) {
      int at = find(order.get(i).label());
      if (at < 0 || order.size() != slots.size() || !slots.get(at).equals(order.get(i))) {
        throw new FormulaException("free indices differ: " + text(slots) + " and " + text(order));
      }
      along[i] = strides[at];
    }
    List<S> result = new ArrayList<>(components.size());
    new Walk(order).forEach(at -> result.add(components.get(dot(at, along))));
    return new Tensor<>(order, result);
  }

  /** The same components under other labels or positions. */
  Tensor<S> renamed(List<Slot> names) {
    return new Tensor<>(names, components);
  }

  static String text(List<Slot> slots) {
    StringBuilder text = new StringBuilder();
    slots.forEach(s -> text.append(s.index()));
    return text.isEmpty() ? "none" : text.toString();
  }

  private static int dot(int[] a, int[] b) {
    int sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
