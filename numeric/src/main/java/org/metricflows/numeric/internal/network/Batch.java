package org.metricflows.numeric.internal.network;

/**
 * A selection of numbered points: those at {@code from … from + count − 1} of an array, which is
 * not copied.
 */
public record Batch(int[] points, int from, int count) {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if it leaves the array
   */
  public Batch {
    if (from < 0 || count < 0 || from > points.length - count) {
      throw new IllegalArgumentException(
          "batch: " + count + " points from " + from + " on, of " + points.length);
    }
  }

  /** All points of an array. */
  public static Batch of(int... points) {
    return new Batch(points, 0, points.length);
  }

  /** Points 0 … count − 1. */
  public static Batch first(int count) {
    int[] points = new int[count];
    for (int p = 0; p < count; p++) {
      points[p] = p;
    }
    return of(points);
  }
}
