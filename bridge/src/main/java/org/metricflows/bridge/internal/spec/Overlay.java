package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays one value over a tree. */
final class Overlay {
  private final Node value;

  private Overlay(Node value) {
    this.value = value;
  }

  static Overlay of(Node value) {
    return new Overlay(value);
  }

  /** The tree with the value at the dotted path; a null value removes what is there. */
  Node in(Node tree, String path) {
    return in(tree, path, 0);
  }

  private Node in(Node node, String path, int from) {
    int dot = hasDottedKey(node, path.substring(from)) ? -1 : path.indexOf('.', from);
    int end = dot < 0 ? path.length() : dot;
    String name = path.substring(from, end);
    if (node instanceof Node.Mapping mapping) {
      Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
      Node below = entries.get(name);
      if (dot >= 0) {
        Node start = below == null ? new Node.Mapping(value.location(), Map.of()) : below;
        entries.put(name, in(start, path, end + 1));
      } else if (value instanceof Node.Scalar scalar && scalar.isNull()) {
        entries.remove(name);
      } else {
        entries.put(name, value);
      }
      return new Node.Mapping(mapping.location(), entries);
    }
    if (node instanceof Node.Sequence sequence) {
      List<Node> items = new ArrayList<>(sequence.items());
      int index = index(name, items.size(), path.substring(0, from - 1));
      items.set(index, dot < 0 ? value : in(items.get(index), path, end + 1));
      return new Node.Sequence(sequence.location(), items);
    }
    throw value
        .location()
        .error(
            path,
            path.substring(0, from - 1)
                + " is a value, not a section, so it has no '"
                + name
                + "'");
  }

  /** Sections such as {@code sweep} have keys with dots in them. */
  private static boolean hasDottedKey(Node node, String key) {
    return node instanceof Node.Mapping mapping && mapping.entries().containsKey(key);
  }

  private int index(String name, int size, String list) {
    if (name.matches("\\d{1,9}") && Integer.parseInt(name) < size) {
      return Integer.parseInt(name);
    }
    throw value
        .location()
        .error(
            list,
            "is a list of "
                + size
                + " whose items are named 0 to "
                + (size - 1)
                + ", not '"
                + name
                + "'");
  }
}
