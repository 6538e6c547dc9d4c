package org.metricflows.bridge.internal.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The alternatives of a key by the names they have in a spec, in the order of messages.
 *
 * @param known what the names stand for
 * @param <T> its type
 */
record Choice<T>(Map<String, T> known) {

  Choice {
    known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
  }

  /** Two alternatives. */
  static <T> Choice<T> of(String first, T one, String second, T other) {
    Map<String, T> known = new LinkedHashMap<>();
    known.put(first, one);
    known.put(second, other);
    return new Choice<>(known);
  }

  /** All values of an enumeration by their names. */
  static <T> Choice<T> of(T[] values, Function<T, String> name) {
    Map<String, T> known = new LinkedHashMap<>();
    for (T value : values) {
      known.put(name.apply(value), value);
    }
    return new Choice<>(known);
  }

  T read(Value value) {
    return value.choice(known);
  }

  boolean knows(T value) {
    return known.containsValue(value);
  }

  /** The name of an alternative. */
  String name(T value) {
    return known.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no name is known of " + value))
        .getKey();
  }
}
