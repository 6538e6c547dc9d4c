package org.metricflows.bridge.observable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The indices of a value, slowest first; none for a number.
 *
 * @param indices such as {@code point}, {@code component}
 */
public record Shape(List<String> indices) {

  /** One number. */
  public static final Shape NUMBER = new Shape(List.of());

  /** Copies its argument. */
  public Shape {
    indices = List.copyOf(indices);
  }

  /** An array with these indices. */
  public static Shape of(String... indices) {
    return new Shape(List.of(indices));
  }

  /**
   * Whether a value has as many indices.
   *
   * @param value a number, or nested arrays of them
   */
  public boolean fits(Object value) {
    return switch (indices.size()) {
      case 0 -> value instanceof Number;
      case 1 -> value instanceof double[];
      default -> value instanceof double[][];
    };
  }

  /** As {@code [point][component]}, or {@code number}. */
  @Override
  public String toString() {
    return indices.isEmpty()
        ? "number"
        : indices.stream().map(index -> "[" + index + "]").collect(Collectors.joining());
  }
}
