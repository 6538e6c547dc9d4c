package org.metricflows.bridge.internal.curvature;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What of a number at a point is rounding: a number that changes by as much as itself where the
 * point moves by a few units in the last place of its coordinates has no digit that is known, and
 * is 0 within its error.
 */
public final class Rounding {
  private static final int POINTS = 16;

  /** Units in the last place by which a coordinate moves at most. */
  private static final int UNITS = 8;

  /** Times the largest change that was seen, below which a number is 0. */
  private static final double SAFETY = 8;

  private Rounding() {}

  /** Some points that are the same within rounding. */
  public static Stream<double[]> near(double... point) {
    SplittableRandom random = new SplittableRandom(1);
    return Stream.generate(
            () -> {
              double[] moved = point.clone();
              for (int i = 0; i < moved.length; i++) {
                double unit = Math.ulp(point[i] == 0 ? 1 : point[i]);
                moved[i] += random.nextInt(-UNITS, UNITS + 1) * unit;
              }
              return moved;
            })
        .limit(POINTS);
  }

  /**
   * A number, or 0 if it is rounding.
   *
   * @param nearby what it is at {@link #near} points
   */
  public static double removed(double value, double... nearby) {
    double change =
        Arrays.stream(nearby)
            .map(v -> Math.abs(v - value))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    return Math.abs(value) <= SAFETY * change ? 0 : value;
  }

  /**
   * The same of each number in nested arrays.
   *
   * @param nearby arrays of the same shape
   */
  static Object removed(Object value, List<?> nearby) {
    if (value instanceof Double number) {
      return removed(number, nearby.stream().mapToDouble(v -> (Double) v).toArray());
    }
    if (value instanceof double[] row) {
      double[] clean = new double[row.length];
      for (int i = 0; i < clean.length; i++) {
        int at = i;
        clean[i] = removed(row[i], nearby.stream().mapToDouble(v -> ((double[]) v)[at]).toArray());
      }
      return clean;
    }
    Object[] rows = ((Object[]) value).clone();
    for (int i = 0; i < rows.length; i++) {
      int at = i;
      rows[i] = removed(rows[i], nearby.stream().map(v -> ((Object[]) v)[at]).toList());
    }
    return rows;
  }
}
