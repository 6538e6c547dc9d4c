package org.metricflows.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.app.internal.gallery.Example;
import org.metricflows.app.internal.gallery.Gallery;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The schema takes every spec of the gallery, and refuses misspelt keys and wrong kinds. */
class SchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode schema() throws IOException {
    return JSON.readTree(Files.readString(Path.of("../docs/spec.schema.json")));
  }

  private static JsonNode tree(String yaml) {
    return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
  }

  static List<Example> examples() {
    return Gallery.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void takesTheGallery(Example example) throws IOException {
    assertThat(fits(tree(example.text()), schema())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chart: {coordinates: [x]}\nmetrc: {}",
        "chart: {coordinates: x}",
        "chart: {coordinates: [x]}\nflow: {time: -1}",
        "chart: {coordinates: [x]}\nflow: {time: 1, integrator: euler}",
        "chart: {coordinates: [x]}\nnetwork: {hidden_layers: [0]}",
        "lie_algebra: {name: su3}",
        "rotational: {points: 3}",
        "variety: {ambient: [4]}\ntraining: {epochs: many}",
        "title: of nothing"
      })
  void refusesWhatIsWrong(String yaml) throws IOException {
    assertThat(fits(tree(yaml), schema())).isFalse();
  }

  /** As much of JSON Schema as the project's schema uses; an unknown word fails the test. */
  private static boolean fits(JsonNode value, JsonNode schema) {
    return schema.properties().stream()
        .allMatch(word -> fits(value, word.getKey(), word.getValue(), schema));
  }

  private static boolean fits(JsonNode value, String word, JsonNode rule, JsonNode schema) {
    return switch (word) {
      case "$schema", "title", "description" -> true;
      case "type" -> elements(rule).anyMatch(type -> isOf(value, type.asText()));
      case "enum" -> elements(rule).anyMatch(value::equals);
      case "const" -> value.equals(rule);
      case "anyOf" -> elements(rule).anyMatch(form -> fits(value, form));
      case "required" -> elements(rule).allMatch(name -> value.has(name.asText()));
      case "minimum" -> !value.isNumber() || value.asDouble() >= rule.asDouble();
      case "maximum" -> !value.isNumber() || value.asDouble() <= rule.asDouble();
      case "exclusiveMinimum" -> !value.isNumber() || value.asDouble() > rule.asDouble();
      case "exclusiveMaximum" -> !value.isNumber() || value.asDouble() < rule.asDouble();
      case "items" -> !value.isArray() || elements(value).allMatch(item -> fits(item, rule));
      case "properties" ->
          value.properties().stream()
              .allMatch(e -> !rule.has(e.getKey()) || fits(e.getValue(), rule.get(e.getKey())));
      case "additionalProperties" ->
          value.properties().stream()
              .filter(entry -> !schema.path("properties").has(entry.getKey()))
              .allMatch(entry -> rule.isObject() ? fits(entry.getValue(), rule) : rule.asBoolean());
      default -> throw new AssertionError("the schema uses " + word);
    };
  }

  private static boolean isOf(JsonNode value, String type) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      default -> throw new AssertionError("the schema has the type " + type);
    };
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return list.isArray()
        ? Stream.iterate(0, k -> k + 1).limit(list.size()).map(list::get)
        : Stream.of(list);
  }
}
