package org.metricflows.bridge.internal.kahler;

import org.metricflows.numeric.internal.hermitian.HermitianIndex;

/** Hermitian matrices over points, written out. */
final class HermitianColumns {

  private HermitianColumns() {}

  /**
   * All components h_ab̄, real and imaginary parts in turn, b running fastest: {@code [2(a·m + b) +
   * part][point]}.
   *
   * @param packed {@code [number of the packed matrix][point]}
   */
  static double[][] full(int m, double[][] packed) {
    HermitianIndex index = new HermitianIndex(m);
    int points = packed[0].length;
    double[][] full = new double[2 * m * m][points];
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        int at = 2 * (a * m + b);
        System.arraycopy(packed[index.real(a, b)], 0, full[at], 0, points);
        if (a != b) {
          double[] imaginary = packed[index.imaginary(Math.min(a, b), Math.max(a, b))];
          double sign = a < b ? 1 : -1;
          for (int p = 0; p < points; p++) {
            full[at + 1][p] = sign * imaginary[p];
          }
        }
      }
    }
    return full;
  }
}
