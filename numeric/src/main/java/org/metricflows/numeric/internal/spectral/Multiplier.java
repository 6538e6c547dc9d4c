package org.metricflows.numeric.internal.spectral;

import java.util.function.IntToDoubleFunction;

/**
 * Multiplication of modes by a product of functions of one mode number each, times i or not.
 *
 * <p>A packed pair of real fields, z = a + ib, is transformed, multiplied and transformed back as
 * one complex field, as long as the multiplier belongs to a real operator: every derivative,
 * projection and convolution with an even kernel does.
 */
final class Multiplier {
  private final double[][] tables;
  private final boolean imaginary;

  private Multiplier(double[][] tables, boolean imaginary) {
    this.tables = tables;
    this.imaginary = imaginary;
  }

  /** The projection onto the modes that the 2/3 rule keeps, with the transform's 1/points. */
  static Multiplier projection(PeriodicGrid grid) {
    double[][] tables = new double[grid.dimension()][];
    for (int a = 0; a < tables.length; a++) {
      int axis = a;
      tables[a] = table(grid.size(a), i -> grid.keeps(axis, i) ? 1.0 / grid.size(axis) : 0);
    }
    return new Multiplier(tables, false);
  }

  /** The projection, then the convolution with the heat kernel: e^{−ℓ²|k|²/2}. */
  static Multiplier smoothing(PeriodicGrid grid, double bandwidth) {
    double[][] tables = projection(grid).tables;
    for (int a = 0; a < tables.length; a++) {
      for (int i = 0; i < tables[a].length; i++) {
        double k = bandwidth * grid.waveNumber(a, i);
        tables[a][i] *= Math.exp(-0.5 * k * k);
      }
    }
    return new Multiplier(tables, false);
  }

  /** This, then the derivative along an axis: i k. */
  Multiplier derivative(PeriodicGrid grid, int axis) {
    double sign = imaginary ? -1 : 1;
    double[][] product = tables.clone();
    product[axis] =
        table(product[axis].length, i -> tables[axis][i] * sign * grid.waveNumber(axis, i));
    return new Multiplier(product, !imaginary);
  }

  /** This times −1. */
  Multiplier negated() {
    double[][] product = tables.clone();
    product[0] = table(product[0].length, i -> -tables[0][i]);
    return new Multiplier(product, imaginary);
  }

  boolean isImaginary() {
    return imaginary;
  }

  private static double[] table(int size, IntToDoubleFunction value) {
    double[] table = new double[size];
    for (int i = 0; i < size; i++) {
      table[i] = value.applyAsDouble(i);
    }
    return table;
  }

  /** to = M·from. */
  void apply(double[] fromRe, double[] fromIm, double[] toRe, double[] toIm) {
    double[] inner = tables[innerAxis()];
    int row = inner.length;
    for (int start = 0, r = 0; start < fromRe.length; start += row, r++) {
      double factor = rowFactor(r);
      if (imaginary) {
        multiply(inner, -factor, fromIm, toRe, start);
        multiply(inner, factor, fromRe, toIm, start);
      } else {
        multiply(inner, factor, fromRe, toRe, start);
        multiply(inner, factor, fromIm, toIm, start);
      }
    }
  }

  /** to += M·from. */
  void accumulate(double[] fromRe, double[] fromIm, double[] toRe, double[] toIm) {
    double[] inner = tables[innerAxis()];
    int row = inner.length;
    for (int start = 0, r = 0; start < fromRe.length; start += row, r++) {
      double factor = rowFactor(r);
      if (imaginary) {
        add(inner, -factor, fromIm, toRe, start);
        add(inner, factor, fromRe, toIm, start);
      } else {
        add(inner, factor, fromRe, toRe, start);
        add(inner, factor, fromIm, toIm, start);
      }
    }
  }

  /** to = (M + i N)·from: of one real field, the images under M and under N as a packed pair. */
  static void applyPair(
      Multiplier first,
      Multiplier second,
      double[] fromRe,
      double[] fromIm,
      double[] toRe,
      double[] toIm) {
    first.apply(fromRe, fromIm, toRe, toIm);
    double[] inner = second.tables[second.innerAxis()];
    int row = inner.length;
    for (int start = 0, r = 0; start < fromRe.length; start += row, r++) {
      double factor = second.rowFactor(r);
      if (second.imaginary) {
        add(inner, -factor, fromRe, toRe, start);
        add(inner, -factor, fromIm, toIm, start);
      } else {
        add(inner, -factor, fromIm, toRe, start);
        add(inner, factor, fromRe, toIm, start);
      }
    }
  }

  /** The axis along which neighbouring modes differ. */
  private int innerAxis() {
    return Math.max(0, tables.length - 2);
  }

  /** The product over the other axes, for a row of modes. */
  private double rowFactor(int row) {
    return switch (tables.length) {
      case 1 -> 1;
      case 2 -> tables[1][row];
      default -> tables[2][row / tables[0].length] * tables[0][row % tables[0].length];
    };
  }

  private static void multiply(double[] table, double factor, double[] from, double[] to, int at) {
    for (int i = 0; i < table.length; i++) {
      to[at + i] = factor * table[i] * from[at + i];
    }
  }

  private static void add(double[] table, double factor, double[] from, double[] to, int at) {
    for (int i = 0; i < table.length; i++) {
      to[at + i] += factor * table[i] * from[at + i];
    }
  }
}
