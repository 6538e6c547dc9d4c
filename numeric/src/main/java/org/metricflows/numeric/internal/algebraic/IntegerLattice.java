package org.metricflows.numeric.internal.algebraic;

import java.util.ArrayList;
import java.util.List;

/** The integer combinations of some integer vectors, in echelon form. */
final class IntegerLattice {
  private final List<long[]> rows;

  private IntegerLattice(List<long[]> rows) {
    this.rows = rows;
  }

  /**
   * The lattice of vectors that need not be independent.
   *
   * @param dimension their length
   */
  static IntegerLattice of(int dimension, List<int[]> vectors) {
    List<long[]> left = new ArrayList<>();
    for (int[] vector : vectors) {
      long[] row = new long[dimension];
      for (int i = 0; i < dimension; i++) {
        row[i] = vector[i];
      }
      left.add(row);
    }
    List<long[]> rows = new ArrayList<>();
    for (int column = 0; column < dimension; column++) {
      long[] pivot = pivot(left, column);
      if (pivot != null) {
        left.remove(pivot);
        rows.add(pivot);
      }
    }
    return new IntegerLattice(rows);
  }

  /** Euclid's algorithm on a column: afterwards at most the row returned has an entry there. */
  private static long[] pivot(List<long[]> rows, int column) {
    while (true) {
      long[] least = null;
      for (long[] row : rows) {
        if (row[column] != 0
            && (least == null || Math.abs(row[column]) < Math.abs(least[column]))) {
          least = row;
        }
      }
      boolean isAlone = true;
      for (long[] row : rows) {
        if (row != least && row[column] != 0) {
          subtract(row[column] / least[column], least, row);
          isAlone &= row[column] == 0;
        }
      }
      if (isAlone) {
        return least;
      }
    }
  }

  private static void subtract(long times, long[] row, long[] from) {
    for (int i = 0; i < row.length; i++) {
      from[i] = Math.subtractExact(from[i], Math.multiplyExact(times, row[i]));
    }
  }

  /** Whether a vector is in the lattice. */
  boolean contains(long[] vector) {
    long[] rest = vector.clone();
    for (long[] row : rows) {
      int column = 0;
      while (row[column] == 0) {
        column++;
      }
      if (rest[column] % row[column] != 0) {
        return false;
      }
      subtract(rest[column] / row[column], row, rest);
    }
    for (long entry : rest) {
      if (entry != 0) {
        return false;
      }
    }
    return true;
  }
}
