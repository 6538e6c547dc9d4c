package org.metricflows.numeric.internal.flow;

import java.util.Arrays;
import java.util.List;

/**
 * From when to when to integrate, and the times to record.
 *
 * @param start t₀
 * @param end T ≥ t₀
 * @param records strictly increasing times in [t₀, T]
 */
public record Schedule(double start, double end, List<Double> records) {

  public Schedule {
    records = List.copyOf(records);
    if (!Double.isFinite(start) || !Double.isFinite(end) || end < start) {
      throw new IllegalArgumentException(
          "time: the end " + end + " is not a finite time from " + start + " on");
    }
    double previous = Double.NEGATIVE_INFINITY;
    for (double t : records) {
      if (!(t >= start && t <= end)) {
        throw new IllegalArgumentException(
            "record: time " + t + " is not in [" + start + ", " + end + "]");
      }
      if (t <= previous) {
        throw new IllegalArgumentException(
            "record: time " + t + " follows " + previous + "; times must increase");
      }
      previous = t;
    }
  }

  /** From time 0 to {@code end}. */
  public static Schedule of(double end, double... records) {
    return new Schedule(0, end, Arrays.stream(records).boxed().toList());
  }

  double span() {
    return end - start;
  }

  /** The smallest step that still moves the clock well: 1024 units in the last place. */
  double minimalStep() {
    return 1024 * Math.ulp(Math.max(Math.abs(start), Math.abs(end)));
  }
}
