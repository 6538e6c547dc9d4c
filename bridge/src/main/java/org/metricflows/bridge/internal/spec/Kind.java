package org.metricflows.bridge.internal.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.Function;

/**
 * What a key may hold: how it is read and written, and what a JSON Schema says of it.
 *
 * @param reader the value, or a complaint that says what is allowed
 * @param writer the text, number, flag, list or map that reads back to a value
 * @param schema for editors; readers may be stricter
 * @param <T> what is read
 */
record Kind<T>(Function<Value, T> reader, Function<T, Object> writer, Map<String, Object> schema) {
  private static final Class<?> MADE =
      Collections.unmodifiableMap(new LinkedHashMap<>()).getClass();

  Kind {
    schema = ordered(schema);
  }

  /** Of what is written as it is. */
  Kind(Function<Value, T> reader, Map<String, Object> schema) {
    this(reader, value -> value, schema);
  }

  /** In an order that does not hang on the virtual machine: as made, or else by name. */
  private static Map<String, Object> ordered(Map<String, Object> schema) {
    Map<String, Object> order = new LinkedHashMap<>();
    (isMade(schema) ? schema : new TreeMap<>(schema))
        .forEach((word, rule) -> order.put(word, ordered(rule)));
    return Collections.unmodifiableMap(order);
  }

  /** Whether the order is somebody's: {@code Map.of} has none. */
  private static boolean isMade(Map<String, Object> schema) {
    return schema instanceof LinkedHashMap || schema.getClass() == MADE;
  }

  @SuppressWarnings("unchecked")
  private static Object ordered(Object rule) {
    if (rule instanceof Map<?, ?> map) {
      return ordered((Map<String, Object>) map);
    }
    return rule instanceof List<?> list ? list.stream().map(Kind::ordered).toList() : rule;
  }

  /** A line of text. */
  static Kind<String> text() {
    return new Kind<>(Value::text, Map.of("type", List.of("string", "number", "boolean")));
  }

  static Kind<Boolean> flag() {
    return new Kind<>(Value::flag, Map.of("type", "boolean"));
  }

  static Kind<Double> number() {
    return new Kind<>(Value::number, Map.of("type", "number"));
  }

  static Kind<Double> positive() {
    return number("a positive number", x -> x > 0, Map.of("type", "number", "exclusiveMinimum", 0));
  }

  static Kind<Double> notNegative() {
    return number(
        "a number that is not negative", x -> x >= 0, Map.of("type", "number", "minimum", 0));
  }

  /** Numbers of a range. */
  static Kind<Double> number(String allowed, DoublePredicate test, Map<String, Object> schema) {
    return new Kind<>(value -> value.number(allowed, test), schema);
  }

  static Kind<Integer> integer(int min, int max) {
    return new Kind<>(
        value -> value.integer(min, max),
        Map.of("type", "integer", "minimum", min, "maximum", max));
  }

  /** The seed of a generator. */
  static Kind<Long> seed() {
    return new Kind<>(
        value -> value.integer(0L, Long.MAX_VALUE), Map.of("type", "integer", "minimum", 0));
  }

  static <T> Kind<T> choice(Choice<T> choice) {
    return new Kind<>(
        choice::read, choice::name, Map.of("enum", List.copyOf(choice.known().keySet())));
  }

  /** A formula, whose symbols the reader of the section knows. */
  static Kind<Value> formula() {
    return value(formulaSchema());
  }

  static Map<String, Object> formulaSchema() {
    return Map.of("type", List.of("string", "number"));
  }

  /** A list. */
  static Kind<Value> list(Map<String, Object> items) {
    return value(listSchema(items));
  }

  static Map<String, Object> listSchema(Map<String, Object> items) {
    return Map.of("type", "array", "items", items);
  }

  /** A symmetric matrix of formulas. */
  static Kind<Value> matrix() {
    return list(listSchema(formulaSchema()));
  }

  /** Points, a row of numbers each. */
  static Kind<Value> points() {
    return list(listSchema(Map.of("type", "number")));
  }

  /** What the section's reader looks into itself. */
  static Kind<Value> value(Map<String, Object> schema) {
    return new Kind<>(Function.identity(), schema);
  }

  /** One of several forms. */
  @SafeVarargs
  static Kind<Value> anyOf(Map<String, Object>... forms) {
    return value(Map.of("anyOf", List.of(forms)));
  }

  /** A mapping with the keys of a section. */
  static Kind<Value> section(Section section) {
    return value(section.schema());
  }

  /** A mapping whose keys are free. */
  static Kind<Value> mapping(Map<String, Object> values) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("additionalProperties", values);
    return value(schema);
  }
}
