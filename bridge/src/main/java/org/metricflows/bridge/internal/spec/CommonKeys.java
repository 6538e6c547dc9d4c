package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;

/** Keys at the top of the specs of every space. */
final class CommonKeys {
  static final Key<String> TITLE = Key.of("title", Kind.text(), "a line of text").without("none");

  static final Key<Value> COMPARE =
      Key.of(
          "compare",
          Kind.mapping(Map.of("type", "object")),
          "variants by name, each a few values under their dotted paths");

  private static final Map<String, Object> ANYTHING = Map.of();

  /** What makes several runs of one spec. */
  static final List<Key<?>> GROUP =
      List.of(
          COMPARE,
          Key.of(
              "sweep",
              Kind.mapping(Kind.listSchema(ANYTHING)),
              "lists of values under dotted keys; `metricflows sweep` runs every combination"),
          Key.of(
              "measure",
              Kind.list(Map.of("type", "string")),
              "what a sweep tabulates: `name`, or `name@time`"),
          Key.of(
              "reference",
              Kind.mapping(ANYTHING),
              "the values of the run that each member of a sweep is compared with"));

  private CommonKeys() {}
}
