package org.metricflows.app.internal.report;

import java.util.stream.IntStream;

/** Which of many records are shown: evenly spread, the first and the last among them. */
final class Selection {
  private Selection() {}

  /** At most so many of the numbers from 0, increasing. */
  static int[] of(int count, int most) {
    if (count <= most) {
      return IntStream.range(0, count).toArray();
    }
    return IntStream.range(0, most)
        .map(k -> (int) Math.round(k * (count - 1.0) / Math.max(1, most - 1)))
        .toArray();
  }

  static double[] of(double[] values, int... chosen) {
    return IntStream.of(chosen).mapToDouble(k -> values[k]).toArray();
  }
}
