package org.metricflows.bridge.internal.check;

import org.metricflows.numeric.internal.batch.JetSpace;

/**
 * How often each coordinate is differentiated by in the coefficients of a jet, for {@code
 * getPartialDerivative}.
 */
final class TaylorLayout {
  private final JetSpace space;
  private final int[][] orders;

  TaylorLayout(JetSpace space) {
    this.space = space;
    int d = space.dimension();
    this.orders = new int[space.size()][d];
    for (int i = 0; i < d && space.order() >= 1; i++) {
      orders[space.index(i)][i]++;
      for (int j = i; j < d && space.order() >= 2; j++) {
        orders[space.index(i, j)][i]++;
        orders[space.index(i, j)][j]++;
      }
    }
  }

  /** Number of coefficients. */
  int size() {
    return orders.length;
  }

  /** The orders by each coordinate. */
  int[] orders(int coefficient) {
    return orders[coefficient];
  }

  /** The total order. */
  int total(int coefficient) {
    return coefficient == 0 ? 0 : coefficient <= space.dimension() ? 1 : 2;
  }

  /** A way down: the coordinate to drop first, and the coefficient that is left. */
  int droppedCoordinate(int coefficient) {
    int i = 0;
    while (orders[coefficient][i] == 0) {
      i++;
    }
    return i;
  }

  /** The coefficient with one derivative by {@link #droppedCoordinate} fewer. */
  int lower(int coefficient) {
    int dropped = droppedCoordinate(coefficient);
    for (int i = 0; i < space.dimension(); i++) {
      if (orders[coefficient][i] > (i == dropped ? 1 : 0)) {
        return space.index(i);
      }
    }
    return 0;
  }

  /** The coefficient with one derivative more. */
  int raised(int coefficient, int coordinate) {
    if (coefficient == 0) {
      return space.index(coordinate);
    }
    return space.index(coefficient - space.index(0), coordinate);
  }

  /** A name: d12 for ∂₁∂₂, nothing for the value. */
  String name(int coefficient) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < space.dimension(); i++) {
      name.append(String.valueOf(i + 1).repeat(orders[coefficient][i]));
    }
    return name.isEmpty() ? "" : "d" + name;
  }
}
