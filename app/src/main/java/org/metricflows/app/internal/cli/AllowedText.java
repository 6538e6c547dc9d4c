package org.metricflows.app.internal.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a JSON Schema allows, in words. */
final class AllowedText {
  private AllowedText() {}

  /** In words; empty where it allows anything. */
  static Optional<String> of(Map<?, ?> schema) {
    String text = text(schema);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String text(Map<?, ?> schema) {
    if (schema.containsKey("enum")) {
      return joined((List<?>) schema.get("enum"), ", ");
    }
    if (schema.containsKey("const")) {
      return String.valueOf(schema.get("const"));
    }
    if (schema.containsKey("anyOf")) {
      return ((List<?>) schema.get("anyOf"))
          .stream().map(form -> text((Map<?, ?>) form)).collect(Collectors.joining("; or "));
    }
    Object type = schema.get("type");
    if (type == null) {
      return "";
    }
    if (type instanceof List<?> types) {
      return types.equals(List.of("string", "number")) ? "a formula" : joined(types, " or ");
    }
    return switch ((String) type) {
      case "array" ->
          "a list" + of((Map<?, ?>) schema.get("items")).map(t -> " of " + t).orElse("");
      case "object" ->
          schema.get("properties") instanceof Map<?, ?> keys
              ? "a section with the keys " + joined(List.copyOf(keys.keySet()), ", ")
              : "names with values";
      case "string" -> "a text";
      case "boolean" -> "true or false";
      default -> ("integer".equals(type) ? "a whole number" : "a number") + range(schema);
    };
  }

  private static String range(Map<?, ?> schema) {
    StringBuilder text = new StringBuilder();
    bound(text, schema.get("minimum"), " from ");
    bound(text, schema.get("exclusiveMinimum"), " above ");
    bound(text, schema.get("maximum"), " to ");
    bound(text, schema.get("exclusiveMaximum"), " below ");
    return text.toString();
  }

  private static void bound(StringBuilder text, Object bound, String word) {
    if (bound != null) {
      text.append(word).append(bound);
    }
  }

  private static String joined(List<?> items, String separator) {
    return items.stream().map(String::valueOf).collect(Collectors.joining(separator));
  }
}
