package org.metricflows.app.internal.surface;

import java.util.ArrayList;
import java.util.List;

/** Periodic functions at equal steps. */
final class Periodic {
  private Periodic() {}

  /** The derivative by central differences of fourth order. */
  static double[] derivative(double[] f, double step) {
    int n = f.length;
    double[] derivative = new double[n];
    for (int i = 0; i < n; i++) {
      double near = f[(i + 1) % n] - f[(i + n - 1) % n];
      double far = f[(i + 2) % n] - f[(i + 2 * n - 2) % n];
      derivative[i] = (8 * near - far) / (12 * step);
    }
    return derivative;
  }

  /**
   * The root of a function with the sign changed at each of its double zeros, so that the root is
   * smooth; as it is if they are not an even number, or if it then does not integrate to 0.
   */
  static double[] signed(double[] squared, double[] root) {
    List<Integer> zeros = doubleZeros(squared);
    if (zeros.isEmpty() || zeros.size() % 2 != 0) {
      return root;
    }
    int n = root.length;
    double[] signed = new double[n];
    double sum = 0;
    double total = 0;
    double sign = 1;
    for (int k = 0; k < n; k++) {
      int i = (zeros.get(0) + k) % n;
      if (k > 0 && zeros.contains(i)) {
        sign = -sign;
      }
      signed[i] = sign * root[i];
      sum += signed[i];
      total += root[i];
    }
    return Math.abs(sum) <= 2.0 / n * total ? signed : root;
  }

  /**
   * The first point at or behind each minimum that is a zero to the accuracy of the differences.
   */
  private static List<Integer> doubleZeros(double[] squared) {
    int n = squared.length;
    double greatest = 0;
    for (double value : squared) {
      greatest = Math.max(greatest, value);
    }
    double tolerance = greatest * Math.pow(2 * Math.PI / n, 4);
    List<Integer> zeros = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double before = squared[(i + n - 1) % n];
      double after = squared[(i + 1) % n];
      if (squared[i] < before && squared[i] <= after) {
        double bend = before - 2 * squared[i] + after;
        double shift = (before - after) / (2 * bend);
        if (squared[i] - bend * shift * shift / 2 <= tolerance) {
          zeros.add(shift > 0 ? (i + 1) % n : i);
        }
      }
    }
    return zeros;
  }
}
