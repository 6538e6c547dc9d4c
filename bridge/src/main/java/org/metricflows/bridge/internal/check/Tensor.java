package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hipparchus.CalculusFieldElement;

/** Components with a number of indices, each running from 0 to d − 1, over a field. */
final class Tensor<T extends CalculusFieldElement<T>> {
  private final int dimension;
  private final List<T> components;

  private Tensor(int dimension, List<T> components) {
    this.dimension = dimension;
    this.components = components;
  }

  /** Each component from its indices; the array passed is used again. */
  static <T extends CalculusFieldElement<T>> Tensor<T> of(
      int dimension, int rank, Function<int[], T> component) {
    int size = 1;
    for (int k = 0; k < rank; k++) {
      size *= dimension;
    }
    List<T> components = new ArrayList<>(size);
    int[] index = new int[rank];
    for (int c = 0; c < size; c++) {
      int rest = c;
      for (int k = rank - 1; k >= 0; k--) {
        index[k] = rest % dimension;
        rest /= dimension;
      }
      components.add(component.apply(index));
    }
    return new Tensor<>(dimension, components);
  }

  T get(int... index) {
    int c = 0;
    for (int i : index) {
      c = c * dimension + i;
    }
    return components.get(c);
  }

  /** Σ_k term(k), k from 0 to d − 1. */
  static <T extends CalculusFieldElement<T>> T sum(int dimension, IntFunction<T> term) {
    T sum = term.apply(0);
    for (int k = 1; k < dimension; k++) {
      sum = sum.add(term.apply(k));
    }
    return sum;
  }
}
