package org.metricflows.app.internal.result;

import java.util.Arrays;
import java.util.Optional;

/**
 * Points of a plane that are all pairs of some abscissas and some ordinates, in any order.
 *
 * @param x increasing
 * @param y increasing
 * @param order the index of the point at each pair, x running fastest
 */
@SuppressWarnings("ArrayRecordComponent") // read where fields are drawn
public record Lattice(double[] x, double[] y, int[] order) {

  /** How far apart coordinates are that count as one, relative to the largest. */
  private static final double ROUNDING = 1e-12;

  /**
   * The lattice of the first two coordinates of points; none unless they are one, of at least two
   * by two.
   */
  public static Optional<Lattice> of(double[][] points) {
    double[] x = distinct(points, 0);
    double[] y = distinct(points, 1);
    if (x.length < 2 || y.length < 2 || (long) x.length * y.length != points.length) {
      return Optional.empty();
    }
    int[] order = new int[points.length];
    Arrays.fill(order, -1);
    for (int p = 0; p < points.length; p++) {
      int at = nearest(y, points[p][1]) * x.length + nearest(x, points[p][0]);
      if (order[at] >= 0) {
        return Optional.empty();
      }
      order[at] = p;
    }
    return Optional.of(new Lattice(x, y, order));
  }

  private static double[] distinct(double[][] points, int coordinate) {
    double[] sorted = Arrays.stream(points).mapToDouble(p -> p[coordinate]).sorted().toArray();
    double tolerance =
        ROUNDING * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    double[] distinct = new double[sorted.length];
    int count = 0;
    for (double value : sorted) {
      if (count == 0 || value - distinct[count - 1] > tolerance) {
        distinct[count++] = value;
      }
    }
    return Arrays.copyOf(distinct, count);
  }

  private static int nearest(double[] sorted, double value) {
    int at = Arrays.binarySearch(sorted, value);
    if (at >= 0) {
      return at;
    }
    int above = Math.min(-at - 1, sorted.length - 1);
    int below = Math.max(0, above - 1);
    return value - sorted[below] < sorted[above] - value ? below : above;
  }

  /** Every so many-th abscissa and ordinate. */
  public Lattice thinned(int stride) {
    if (stride == 1) {
      return this;
    }
    double[] thinX = every(x, stride);
    double[] thinY = every(y, stride);
    int[] thin = new int[thinX.length * thinY.length];
    for (int j = 0; j < thinY.length; j++) {
      for (int i = 0; i < thinX.length; i++) {
        thin[j * thinX.length + i] = order[j * stride * x.length + i * stride];
      }
    }
    return new Lattice(thinX, thinY, thin);
  }

  private static double[] every(double[] values, int stride) {
    double[] thin = new double[(values.length + stride - 1) / stride];
    for (int i = 0; i < thin.length; i++) {
      thin[i] = values[i * stride];
    }
    return thin;
  }
}
