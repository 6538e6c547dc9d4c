package org.metricflows.app.internal.surface;

import org.metricflows.app.internal.result.Lattice;

/**
 * A periodic lattice cut into circles.
 *
 * @param lattice of both coordinates, at equal steps
 * @param first whether circles run along the first coordinate, not the second
 */
record Ring(Lattice lattice, boolean first) {

  private double[] circles() {
    return first ? lattice.y() : lattice.x();
  }

  private double[] around() {
    return first ? lattice.x() : lattice.y();
  }

  private int point(int circle, int at) {
    int n = lattice.x().length;
    return lattice.order()[first ? circle * n + at : at * n + circle];
  }

  /** Whether a field is the same all along each circle. */
  boolean isSymmetric(double[] field, double tolerance) {
    for (int c = 0; c < circles().length; c++) {
      for (int k = 1; k < around().length; k++) {
        if (Math.abs(field[point(c, k)] - field[point(c, 0)]) > tolerance) {
          return false;
        }
      }
    }
    return true;
  }

  /** The field at a point of each circle. */
  double[] profile(double[] field) {
    double[] profile = new double[circles().length];
    for (int c = 0; c < profile.length; c++) {
      profile[c] = field[point(c, 0)];
    }
    return profile;
  }

  /** From a circle to the next. */
  double step() {
    return circles()[1] - circles()[0];
  }

  /** How long a circle is in its coordinate. */
  double period() {
    return (around()[1] - around()[0]) * around().length;
  }
}
