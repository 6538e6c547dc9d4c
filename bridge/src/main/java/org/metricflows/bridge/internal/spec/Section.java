package org.metricflows.bridge.internal.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of a section.
 *
 * @param name the section in a spec
 * @param keys in the order of documentation
 */
record Section(String name, List<Key<?>> keys) {

  Section {
    keys = List.copyOf(keys);
  }

  static Section of(String name, Key<?>... keys) {
    return new Section(name, List.of(keys));
  }

  /** The keys of this and of another; of one name, those of this. */
  Section or(Section other) {
    List<Key<?>> either = new ArrayList<>(keys);
    other.keys().stream().filter(key -> !names().contains(key.name())).forEach(either::add);
    return new Section(name, either);
  }

  /** The keys' names. */
  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }

  /** What a value of this section holds, every key known. */
  Fields in(Value value) {
    return value.fields(names());
  }

  /** As JSON Schema. */
  Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Key<?> key : keys) {
      Map<String, Object> property = new LinkedHashMap<>(key.kind().schema());
      property.put("description", key.meaning());
      properties.put(key.name(), property);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  /** The table of documentation: a row a key. */
  String table() {
    StringBuilder table = new StringBuilder("| key | meaning | default |\n|---|---|---|\n");
    for (Key<?> key : keys) {
      String shown = key.shown().isEmpty() ? " " : " " + cell(key.shown()) + " ";
      table
          .append("| `")
          .append(key.name())
          .append("` | ")
          .append(cell(key.meaning()))
          .append(" |")
          .append(shown)
          .append("|\n");
    }
    return table.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
