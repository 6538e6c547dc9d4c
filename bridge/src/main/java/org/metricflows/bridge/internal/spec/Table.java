package org.metricflows.bridge.internal.spec;

import java.util.Arrays;
import java.util.List;

/** An immutable rectangular table of numbers: points (a row each), or the weights of a layer. */
public final class Table {
  private final double[][] rows;
  private final int columns;

  private Table(double[][] rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * A copy of the rows, which must be equally long.
   *
   * @throws IllegalArgumentException if they are not
   */
  public static Table of(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new IllegalArgumentException(
            "row " + i + " has " + rows[i].length + " entries, row 0 has " + columns);
      }
      copy[i] = rows[i].clone();
    }
    return new Table(copy, columns);
  }

  /** A table without rows. */
  public static Table empty() {
    return new Table(new double[0][], 0);
  }

  /** The number of rows. */
  public int rows() {
    return rows.length;
  }

  /** The number of entries of a row, 0 without rows. */
  public int columns() {
    return columns;
  }

  /** One entry. */
  public double get(int row, int column) {
    return rows[row][column];
  }

  /** A copy as {@code double[row][column]}. */
  public double[][] toArray() {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /** The rows as lists. */
  public List<List<Double>> toLists() {
    return Arrays.stream(rows).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Table table && Arrays.deepEquals(rows, table.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(rows);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(rows);
  }
}
