package org.metricflows.numeric.internal.algebraic;

import java.util.Arrays;

/**
 * Values and derivatives of sections at blocks of points, as rows {@code [section][point]} of real
 * parts and then of imaginary ones. An instance is scratch space: one thread at a time.
 */
final class SectionValues {

  private final Sections sections;
  private final int coordinates;

  /** z_i^e, real and imaginary parts, {@code [i][e][point]}. */
  private final double[][][] re;

  private final double[][][] im;
  private final double[] x;
  private final double[] y;

  /**
   * @param capacity the most points of a block
   */
  SectionValues(Sections sections, int coordinates, int capacity) {
    this.sections = sections;
    this.coordinates = coordinates;
    re = new double[coordinates][][];
    im = new double[coordinates][][];
    for (int i = 0; i < coordinates; i++) {
      int highest = 0;
      for (int s = 0; s < sections.count(); s++) {
        highest = Math.max(highest, sections.exponent(s, i));
      }
      re[i] = new double[highest + 1][capacity];
      im[i] = new double[highest + 1][capacity];
      Arrays.fill(re[i][0], 1);
    }
    x = new double[capacity];
    y = new double[capacity];
  }

  /**
   * Sets the values at points {@code from … from + count − 1}.
   *
   * @param z {@code [2i + part][point]}
   * @param rows receives 2N rows of {@code count} numbers
   */
  void fill(double[][] z, int from, int count, double[] rows) {
    powers(z, from, count);
    int n = sections.count();
    for (int s = 0; s < n; s++) {
      product(s, -1, count);
      System.arraycopy(x, 0, rows, s * count, count);
      System.arraycopy(y, 0, rows, (n + s) * count, count);
    }
  }

  /**
   * Sets the derivatives Σ_i J^i_a ∂_i s at the points of the block last filled.
   *
   * @param pullback {@code [2(a·coordinates + i) + part][point]}
   * @param rows for each direction a 2N rows of {@code count} numbers
   */
  void fillDerivatives(double[][] pullback, int from, int count, double[][] rows) {
    int n = sections.count();
    for (double[] direction : rows) {
      Arrays.fill(direction, 0, 2 * n * count, 0);
    }
    for (int s = 0; s < n; s++) {
      for (int i = 0; i < coordinates; i++) {
        if (sections.exponent(s, i) > 0) {
          product(s, i, count);
          for (int a = 0; a < rows.length; a++) {
            int column = 2 * (a * coordinates + i);
            add(pullback[column], pullback[column + 1], from, count, rows[a], s * count, n * count);
          }
        }
      }
    }
  }

  private void add(
      double[] jRe, double[] jIm, int from, int count, double[] rows, int at, int apart) {
    for (int p = 0; p < count; p++) {
      rows[at + p] += x[p] * jRe[from + p] - y[p] * jIm[from + p];
      rows[at + apart + p] += x[p] * jIm[from + p] + y[p] * jRe[from + p];
    }
  }

  private void powers(double[][] z, int from, int count) {
    for (int i = 0; i < coordinates; i++) {
      for (int e = 1; e < re[i].length; e++) {
        for (int p = 0; p < count; p++) {
          double zRe = z[2 * i][from + p];
          double zIm = z[2 * i + 1][from + p];
          re[i][e][p] = re[i][e - 1][p] * zRe - im[i][e - 1][p] * zIm;
          im[i][e][p] = re[i][e - 1][p] * zIm + im[i][e - 1][p] * zRe;
        }
      }
    }
  }

  /** x + iy = s, or ∂s/∂z_by. */
  private void product(int s, int by, int count) {
    double scale = sections.scale(s) * (by < 0 ? 1 : sections.exponent(s, by));
    Arrays.fill(x, 0, count, scale);
    Arrays.fill(y, 0, count, 0);
    for (int i = 0; i < coordinates; i++) {
      int power = sections.exponent(s, i) - (i == by ? 1 : 0);
      if (power > 0) {
        multiply(re[i][power], im[i][power], count);
      }
    }
  }

  private void multiply(double[] byRe, double[] byIm, int count) {
    for (int p = 0; p < count; p++) {
      double real = x[p] * byRe[p] - y[p] * byIm[p];
      y[p] = x[p] * byIm[p] + y[p] * byRe[p];
      x[p] = real;
    }
  }
}
