package org.metricflows.app.internal.report;

/** Names of the independent components of a symmetric matrix: 11, 12, …, 1d, 22, … . */
final class Components {
  private Components() {}

  /** The name of a list's item: its two indices if the list is as long as a symmetric matrix. */
  static String label(int item, int length) {
    int d = dimension(length);
    if (d < 2) {
      return String.valueOf(item + 1);
    }
    int row = 0;
    int left = item;
    while (left >= d - row) {
      left -= d - row;
      row++;
    }
    return (row + 1) + "" + (row + left + 1);
  }

  /** d with d(d+1)/2 components; 0 if there is none. */
  static int dimension(int length) {
    int d = (int) Math.round((Math.sqrt(8.0 * length + 1) - 1) / 2);
    return d * (d + 1) / 2 == length ? d : 0;
  }

  /** The determinant of a symmetric matrix by elimination without exchanges; 0 for a zero pivot. */
  static double determinant(int d, double... components) {
    double[][] m = new double[d][d];
    for (int i = 0, c = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        m[i][j] = components[c];
        m[j][i] = components[c++];
      }
    }
    double determinant = 1;
    for (int k = 0; k < d; k++) {
      determinant *= m[k][k];
      for (int i = k + 1; i < d && m[k][k] != 0; i++) {
        double factor = m[i][k] / m[k][k];
        for (int j = k; j < d; j++) {
          m[i][j] -= factor * m[k][j];
        }
      }
    }
    return determinant;
  }
}
