package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;

/**
 * A matrix's inverse and determinant by Gauss and Jordan, pivots chosen by value.
 *
 * @param matrix the inverse
 * @param determinant of the matrix itself
 */
record FieldInverse<T extends CalculusFieldElement<T>>(Tensor<T> matrix, T determinant) {

  static <T extends CalculusFieldElement<T>> FieldInverse<T> of(int d, Tensor<T> matrix) {
    List<List<T>> rows = new ArrayList<>();
    T one = matrix.get(0, 0).newInstance(1.0);
    for (int i = 0; i < d; i++) {
      List<T> row = new ArrayList<>();
      for (int j = 0; j < d; j++) {
        row.add(matrix.get(i, j));
      }
      for (int j = 0; j < d; j++) {
        row.add(i == j ? one : one.newInstance(0.0));
      }
      rows.add(row);
    }
    T determinant = one;
    for (int column = 0; column < d; column++) {
      int pivot = pivot(rows, column);
      determinant = determinant.multiply(rows.get(pivot).get(column));
      if (pivot != column) {
        determinant = determinant.negate();
        List<T> swapped = rows.set(column, rows.get(pivot));
        rows.set(pivot, swapped);
      }
      eliminate(rows, column);
    }
    return new FieldInverse<>(Tensor.of(d, 2, x -> rows.get(x[0]).get(d + x[1])), determinant);
  }

  private static <T extends CalculusFieldElement<T>> int pivot(List<List<T>> rows, int column) {
    int best = column;
    for (int row = column + 1; row < rows.size(); row++) {
      double size = Math.abs(rows.get(row).get(column).getReal());
      if (size > Math.abs(rows.get(best).get(column).getReal())) {
        best = row;
      }
    }
    return best;
  }

  private static <T extends CalculusFieldElement<T>> void eliminate(
      List<List<T>> rows, int column) {
    T scale = rows.get(column).get(column).reciprocal();
    rows.get(column).replaceAll(entry -> entry.multiply(scale));
    for (int row = 0; row < rows.size(); row++) {
      if (row != column) {
        T factor = rows.get(row).get(column);
        for (int k = 0; k < 2 * rows.size(); k++) {
          T reduced = rows.get(row).get(k).subtract(factor.multiply(rows.get(column).get(k)));
          rows.get(row).set(k, reduced);
        }
      }
    }
  }
}
