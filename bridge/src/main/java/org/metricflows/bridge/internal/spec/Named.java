package org.metricflows.bridge.internal.spec;

import java.util.LinkedHashMap;
import java.util.Map;

/** An alternative with the name it has in a spec. */
interface Named {
  /** The name in a spec. */
  String label();

  /** The alternatives by name, in their order. */
  static <E extends Named> Map<String, E> byLabel(E[] values) {
    Map<String, E> names = new LinkedHashMap<>();
    for (E value : values) {
      names.put(value.label(), value);
    }
    return names;
  }
}
