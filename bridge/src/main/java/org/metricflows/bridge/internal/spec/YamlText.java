package org.metricflows.bridge.internal.spec;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a tree of maps, lists, texts, numbers and flags as YAML: maps as blocks, lists inline. */
final class YamlText {
  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  static String of(Map<String, Object> tree) {
    YamlText text = new YamlText();
    text.block(tree, "");
    return text.out.toString();
  }

  private void block(Map<?, ?> tree, String indent) {
    tree.forEach(
        (key, value) -> {
          out.append(indent).append(key).append(':');
          if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append('\n');
            block(map, indent + "  ");
          } else {
            out.append(' ').append(inline(value)).append('\n');
          }
        });
  }

  private static String inline(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> e.getKey() + ": " + inline(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(YamlText::inline).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Double number) {
      return number(number);
    }
    return value instanceof String text ? quoted(text) : String.valueOf(value);
  }

  /**
   * The fewest digits that read back to the number, the same on every Java version; exponents get
   * their sign, without which YAML 1.1 takes 1.0E10 for a text.
   */
  private static String number(double value) {
    return NumberOutput.toString(value, true).replaceFirst("E(\\d)", "E+$1");
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
