package org.metricflows.bridge.spec;

import java.util.List;
import java.util.Map;

/**
 * The chart.
 *
 * @param coordinates the coordinates' names, 1 to 6 of them
 * @param periods the periods of those that have one, as constant expressions such as {@code 2*Pi}
 */
public record ChartSpec(List<String> coordinates, Map<String, String> periods) {
  /** Copies its arguments. */
  public ChartSpec {
    coordinates = List.copyOf(coordinates);
    periods = Map.copyOf(periods);
  }

  /** The dimension d. */
  public int dimension() {
    return coordinates.size();
  }

  /** The number of independent components of a symmetric matrix, d(d+1)/2. */
  public int components() {
    return dimension() * (dimension() + 1) / 2;
  }
}
