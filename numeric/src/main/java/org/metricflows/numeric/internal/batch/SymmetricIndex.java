package org.metricflows.numeric.internal.batch;

import java.util.function.IntToDoubleFunction;

/**
 * Where the independent components of a symmetric d×d matrix stand in a list: row by row, on and
 * above the diagonal,
 *
 * <pre>
 *   11, 12, …, 1d, 22, …, dd
 * </pre>
 *
 * @param dimension d ≥ 0
 */
public record SymmetricIndex(int dimension) {

  public SymmetricIndex {
    if (dimension < 0) {
      throw new IllegalArgumentException("dimension: " + dimension + " is negative");
    }
  }

  /**
   * The index with this many components.
   *
   * @throws IllegalArgumentException if no symmetric matrix has so many
   */
  public static SymmetricIndex ofSize(int components) {
    SymmetricIndex index =
        new SymmetricIndex((int) Math.round((Math.sqrt(8.0 * components + 1) - 1) / 2));
    if (index.size() != components) {
      throw new IllegalArgumentException("components: no symmetric matrix has " + components);
    }
    return index;
  }

  /** The number of components, d(d+1)/2. */
  public int size() {
    return dimension * (dimension + 1) / 2;
  }

  /** Position of the component ij, in either order, with i and j counted from 0. */
  public int of(int i, int j) {
    int low = Math.min(i, j);
    int high = Math.max(i, j);
    return low * dimension - low * (low - 1) / 2 + high - low;
  }

  /** The whole matrix, {@code [i][j]}. */
  public double[][] matrix(double[] components) {
    return matrix(c -> components[c]);
  }

  /** The whole matrix at one point of columns {@code [component][point]}. */
  public double[][] matrix(double[][] columns, int point) {
    return matrix(c -> columns[c][point]);
  }

  private double[][] matrix(IntToDoubleFunction component) {
    double[][] matrix = new double[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        matrix[i][j] = component.applyAsDouble(of(i, j));
      }
    }
    return matrix;
  }
}
