package org.metricflows.bridge.internal.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.InputException;

/** What every tree obeys, whatever text it comes from: no key twice, bounded depth and size. */
final class TreeBuilder {
  static final int MAX_DEPTH = 40;
  static final long MAX_NODES = 8_000_000;

  private final String origin;

  private final boolean lines;

  private TreeBuilder(String origin, boolean lines) {
    this.origin = origin;
    this.lines = lines;
  }

  /** Of a file, whose lines are worth telling. */
  static TreeBuilder ofFile(String name) {
    return new TreeBuilder(name, true);
  }

  /** Of a single value, on one line. */
  static TreeBuilder ofValue(String origin) {
    return new TreeBuilder(origin, false);
  }

  Location line(int line) {
    return new Location(origin, lines ? line : 0);
  }

  InputException error(int line, String problem) {
    return line(line).error("", problem);
  }

  void checkDepth(int depth, int line) {
    if (depth > MAX_DEPTH) {
      throw error(line, "nested deeper than " + MAX_DEPTH + " levels");
    }
  }

  Node sequence(int line, List<Node> items) {
    return bounded(new Node.Sequence(line(line), items));
  }

  Node mapping(int line, Map<String, Node> entries) {
    return bounded(new Node.Mapping(line(line), entries));
  }

  void put(LinkedHashMap<String, Node> entries, String key, int line, Node value) {
    Node first = entries.putIfAbsent(key, value);
    if (first != null) {
      throw error(line, "key '" + key + "' appears twice (first in line " + line(first) + ")");
    }
  }

  private static int line(Node node) {
    return node.location().line();
  }

  private Node bounded(Node node) {
    if (node.size() > MAX_NODES) {
      throw error(line(node), "holds more than " + MAX_NODES + " values");
    }
    return node;
  }
}
