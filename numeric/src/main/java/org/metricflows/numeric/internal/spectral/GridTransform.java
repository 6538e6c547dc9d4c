package org.metricflows.numeric.internal.spectral;

/**
 * The Fourier transform over all axes of a grid.
 *
 * <p>Points are in the order of the grid. Modes are too, except that the last axis comes first: for
 * sizes n₀ × n₁ × n₂ the mode (i₀, i₁, i₂) is at (i₂·n₀ + i₀)·n₁ + i₁. So every axis is transformed
 * over neighbouring lanes, with one transposition.
 */
final class GridTransform {
  private static final int TILE = 16;

  private final PeriodicGrid grid;
  private final int points;
  private final int last;
  private final AxisTransform[] axes;

  GridTransform(PeriodicGrid grid) {
    this.grid = grid;
    this.points = grid.points();
    this.last = grid.size(grid.dimension() - 1);
    this.axes = new AxisTransform[grid.dimension()];
    for (int a = 0; a < axes.length; a++) {
      axes[a] = AxisTransform.of(grid.size(a));
    }
  }

  int points() {
    return points;
  }

  /** Points to modes, Σ_x f(x) e^{−ikx}. */
  void forward(ComplexBuffer buffer) {
    for (int a = 0; a < axes.length - 1; a++) {
      along(a, buffer);
    }
    transpose(buffer, points / last, last);
    alongLast(buffer);
  }

  /** Modes to points, Σ_k c_k e^{ikx}. */
  void backward(ComplexBuffer buffer) {
    buffer.exchange();
    alongLast(buffer);
    transpose(buffer, last, points / last);
    for (int a = axes.length - 2; a >= 0; a--) {
      along(a, buffer);
    }
    buffer.exchange();
  }

  private void along(int axis, ComplexBuffer b) {
    int lanes = 1;
    for (int a = axis + 1; a < axes.length; a++) {
      lanes *= grid.size(a);
    }
    int block = lanes * grid.size(axis);
    for (int start = 0; start < points; start += block) {
      axes[axis].run(b.re, b.im, b.spareRe, b.spareIm, start, lanes);
    }
    if (axes[axis].endsInSecond()) {
      b.swap();
    }
  }

  private void alongLast(ComplexBuffer b) {
    AxisTransform axis = axes[axes.length - 1];
    axis.run(b.re, b.im, b.spareRe, b.spareIm, 0, points / last);
    if (axis.endsInSecond()) {
      b.swap();
    }
  }

  private static void transpose(ComplexBuffer b, int rows, int columns) {
    if (rows == 1 || columns == 1) {
      return;
    }
    transpose(b.re, b.spareRe, rows, columns);
    transpose(b.im, b.spareIm, rows, columns);
    b.swap();
  }

  private static void transpose(double[] from, double[] to, int rows, int columns) {
    for (int r0 = 0; r0 < rows; r0 += TILE) {
      int r1 = Math.min(rows, r0 + TILE);
      for (int c0 = 0; c0 < columns; c0 += TILE) {
        int c1 = Math.min(columns, c0 + TILE);
        for (int c = c0; c < c1; c++) {
          for (int r = r0; r < r1; r++) {
            to[c * rows + r] = from[r * columns + c];
          }
        }
      }
    }
  }
}
