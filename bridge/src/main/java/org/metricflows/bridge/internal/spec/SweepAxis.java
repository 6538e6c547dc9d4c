package org.metricflows.bridge.internal.spec;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One key of a sweep and the values it takes.
 *
 * @param key the dotted path
 * @param values as written, in the order written: {@code 16}, {@code infinite}, {@code [64, 64]}
 */
public record SweepAxis(String key, List<String> values) {
  /** Copies its arguments. */
  public SweepAxis {
    values = List.copyOf(values);
  }

  /** Whether its values are seeds, over which the table takes means. */
  public boolean isSeed() {
    return key.equals("seed") || key.endsWith(".seed");
  }

  /**
   * The number that a value stands for: its own, or for a list of equal numbers such as {@code [64,
   * 64]} theirs; none for anything else.
   */
  public OptionalDouble number(int index) {
    String text = values.get(index);
    boolean list = text.startsWith("[") && text.endsWith("]");
    String[] items = (list ? text.substring(1, text.length() - 1) : text).split(", ", -1);
    return Arrays.stream(items).distinct().count() == 1 && Value.isNumber(items[0])
        ? OptionalDouble.of(Double.parseDouble(items[0]))
        : OptionalDouble.empty();
  }

  /**
   * Whether a power law can be fitted against it: no seed, and two of its values at least are
   * different positive numbers.
   */
  public boolean isScale() {
    long scales =
        IntStream.range(0, values.size())
            .mapToObj(this::number)
            .flatMapToDouble(OptionalDouble::stream)
            .filter(x -> x > 0 && Double.isFinite(x))
            .distinct()
            .count();
    return !isSeed() && scales > 1;
  }
}
