package org.metricflows.app.internal.cli;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.metricflows.bridge.internal.spec.SpecSource;

/** What a spec leaves to defaults of how a metric is learnt by a training. */
final class Chosen {
  private static final List<String> SECTIONS = List.of("metric", "network", "loss", "training");

  private Chosen() {}

  /**
   * The keys with what was chosen for them, in one line; empty if nothing was left open.
   *
   * @param resolved the spec with its defaults
   */
  static String of(SpecSource source, Map<String, Object> resolved) {
    StringJoiner chosen = new StringJoiner(", ");
    if (!resolved.containsKey("training")) {
      return "";
    }
    for (String section : SECTIONS) {
      if (resolved.get(section) instanceof Map<?, ?> entries) {
        entries.forEach(
            (key, value) -> {
              String path = section + "." + key;
              if (!source.tells(path) && !(value instanceof List<?> list && list.size() > 8)) {
                chosen.add(path + " " + value);
              }
            });
      }
    }
    return chosen.toString();
  }
}
