package org.metricflows.numeric.spectral;

import java.util.Arrays;

/**
 * Values between the points of a grid, by the trigonometric polynomial through them.
 *
 * <p>Not to be used by two threads at once.
 */
public final class TrigonometricInterpolation {
  private final PeriodicGrid grid;
  private final GridTransform transform;
  private final ComplexBuffer buffer;
  private final double[][] cos;
  private final double[][] sin;

  public TrigonometricInterpolation(PeriodicGrid grid) {
    this.grid = grid;
    this.transform = new GridTransform(grid);
    this.buffer = new ComplexBuffer(grid.points());
    this.cos = new double[grid.dimension()][];
    this.sin = new double[grid.dimension()][];
    for (int a = 0; a < cos.length; a++) {
      cos[a] = new double[grid.size(a)];
      sin[a] = new double[grid.size(a)];
    }
  }

  /**
   * Fields at any points.
   *
   * @param values field after field on the grid
   * @param at coordinates, {@code [axis][point]}
   * @param result receives {@code [field][point]}
   */
  public void evaluate(double[] values, double[][] at, double[][] result) {
    int points = grid.points();
    for (int f = 0; f < result.length; f += 2) {
      System.arraycopy(values, f * points, buffer.re, 0, points);
      if (f + 1 < result.length) {
        System.arraycopy(values, (f + 1) * points, buffer.im, 0, points);
      } else {
        Arrays.fill(buffer.im, 0);
      }
      transform.forward(buffer);
      for (int p = 0; p < at[0].length; p++) {
        waves(at, p);
        sum(result, f, p);
      }
    }
  }

  /** e^{ikx} along each axis; the mode that its own mirror image cannot tell apart is a cosine. */
  private void waves(double[][] at, int point) {
    for (int a = 0; a < cos.length; a++) {
      int n = grid.size(a);
      for (int i = 0; i < n; i++) {
        double phase = grid.waveNumber(a, i) * at[a][point];
        cos[a][i] = Math.cos(phase) / n;
        sin[a][i] = 2 * i == n ? 0 : Math.sin(phase) / n;
      }
    }
  }

  private void sum(double[][] result, int field, int point) {
    int inner = Math.max(0, cos.length - 2);
    int row = cos[inner].length;
    double totalRe = 0;
    double totalIm = 0;
    for (int start = 0, r = 0; start < buffer.re.length; start += row, r++) {
      double sumRe = 0;
      double sumIm = 0;
      for (int i = 0; i < row; i++) {
        double re = buffer.re[start + i];
        double im = buffer.im[start + i];
        sumRe += cos[inner][i] * re - sin[inner][i] * im;
        sumIm += cos[inner][i] * im + sin[inner][i] * re;
      }
      double c = rowRe(r);
      double s = rowIm(r);
      totalRe += c * sumRe - s * sumIm;
      totalIm += c * sumIm + s * sumRe;
    }
    result[field][point] = totalRe;
    if (field + 1 < result.length) {
      result[field + 1][point] = totalIm;
    }
  }

  private double rowRe(int row) {
    if (cos.length < 3) {
      return cos.length == 1 ? 1 : cos[1][row];
    }
    int first = row % cos[0].length;
    int last = row / cos[0].length;
    return cos[0][first] * cos[2][last] - sin[0][first] * sin[2][last];
  }

  private double rowIm(int row) {
    if (cos.length < 3) {
      return cos.length == 1 ? 0 : sin[1][row];
    }
    int first = row % cos[0].length;
    int last = row / cos[0].length;
    return cos[0][first] * sin[2][last] + sin[0][first] * cos[2][last];
  }
}
