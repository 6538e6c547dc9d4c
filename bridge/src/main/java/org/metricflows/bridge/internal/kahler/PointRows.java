package org.metricflows.bridge.internal.kahler;

/** Columns over points kept point by point, so that chosen points are read from few places. */
final class PointRows {

  private final int width;
  private final double[] rows;

  private PointRows(int width, double[] rows) {
    this.width = width;
    this.rows = rows;
  }

  /** Rows of no columns. */
  static PointRows empty() {
    return new PointRows(0, new double[0]);
  }

  /**
   * @param columns {@code [column][point]}
   */
  static PointRows of(double[][] columns) {
    int width = columns.length;
    int points = columns[0].length;
    double[] rows = new double[width * points];
    for (int c = 0; c < width; c++) {
      for (int p = 0; p < points; p++) {
        rows[p * width + c] = columns[c][p];
      }
    }
    return new PointRows(width, rows);
  }

  int points() {
    return rows.length / width;
  }

  /** Number of columns. */
  int width() {
    return width;
  }

  /**
   * Sets the columns {@code out[at + column][0 … count − 1]} of points {@code from …} of a list.
   */
  void gather(int[] points, int from, int count, double[][] out, int at) {
    for (int p = 0; p < count; p++) {
      int row = points[from + p] * width;
      for (int c = 0; c < width; c++) {
        out[at + c][p] = rows[row + c];
      }
    }
  }
}
