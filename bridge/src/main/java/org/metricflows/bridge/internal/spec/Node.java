package org.metricflows.bridge.internal.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tree of a YAML or JSON text, with scalars still as written and every place remembered. */
sealed interface Node {
  Location location();

  /** Nodes below and with this one, aliases counted as often as they are used. */
  long size();

  /** A scalar: its text and whether it was quoted (then it is never null). */
  record Scalar(Location location, String text, boolean quoted) implements Node {
    boolean isNull() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public long size() {
      return 1;
    }
  }

  /** A list. */
  record Sequence(Location location, List<Node> items, long size) implements Node {
    Sequence(Location location, List<Node> items) {
      this(location, List.copyOf(items), 1 + items.stream().mapToLong(Node::size).sum());
    }
  }

  /** Keys in the order written. */
  record Mapping(Location location, Map<String, Node> entries, long size) implements Node {
    Mapping(Location location, Map<String, Node> entries) {
      this(
          location,
          new LinkedHashMap<>(entries),
          1 + entries.values().stream().mapToLong(Node::size).sum());
    }
  }

  /** What it is, for a message. */
  default String describe() {
    if (this instanceof Scalar scalar) {
      return scalar.isNull() ? "empty" : "'" + abbreviate(scalar.text()) + "'";
    }
    if (this instanceof Sequence sequence) {
      int n = sequence.items().size();
      return n == 0 ? "an empty list" : "a list of " + n;
    }
    return "a mapping";
  }

  private static String abbreviate(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }
}
