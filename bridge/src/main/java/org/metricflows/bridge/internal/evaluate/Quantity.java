package org.metricflows.bridge.internal.evaluate;

import java.util.List;

/**
 * What can be asked of a metric at points.
 *
 * @param name its key in files
 * @param formula what it is
 * @param lengths the lengths of its indices after that of the point; empty for a number a point
 */
public record Quantity(String name, String formula, List<Integer> lengths) {

  public Quantity {
    lengths = List.copyOf(lengths);
  }

  /** A number a point. */
  public static Quantity number(String name, String formula) {
    return new Quantity(name, formula, List.of());
  }
}
