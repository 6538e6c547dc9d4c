package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The command curvature against numbers that an independent program computed. */
class CurvatureCommandTest {
  /** Relative to the largest entry, at least 1: components of flat directions are all rounding. */
  private static final double TOLERANCE = 1e-11;

  @TempDir private Path folder;

  static List<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    try (InputStream in =
        CurvatureCommandTest.class.getResourceAsStream("/reference/curvature.json")) {
      for (JsonNode metric : new ObjectMapper().readTree(in).get("cases")) {
        cases.add(Arguments.of(metric.get("name").asText(), metric));
      }
    }
    return cases;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithTheReference(String name, JsonNode reference) throws IOException {
    ObjectNode spec = new ObjectMapper().createObjectNode();
    spec.putObject("chart").set("coordinates", reference.get("coordinates"));
    spec.putObject("metric").set("background", reference.get("metric"));
    Path file = Files.writeString(folder.resolve("spec.json"), spec.toString());
    String at =
        StreamSupport.stream(reference.get("point").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(","));
    Execution execution = Execution.of("curvature", file.toString(), "--at=" + at, "--json");
    assertThat(execution.err()).isEmpty();
    assertThat(execution.exitCode()).isZero();
    JsonNode document = new ObjectMapper().readTree(execution.out());
    for (String key : List.of("christoffel", "ricci", "scalar", "kretschmann")) {
      assertClose(key, numbers(document.get(key)), numbers(reference.get(key)));
      assertThat(document.get("closed_form").has(key)).isTrue();
    }
    assertThat(numbers(document.get("at"))).isEqualTo(numbers(reference.get("point")));
  }

  private static List<Double> numbers(JsonNode node) {
    List<Double> numbers = new ArrayList<>();
    if (node.isNumber()) {
      numbers.add(node.asDouble());
    }
    node.forEach(child -> numbers.addAll(numbers(child)));
    return numbers;
  }

  private static void assertClose(String key, List<Double> actual, List<Double> expected) {
    double scale = Math.max(1, expected.stream().mapToDouble(Math::abs).max().orElseThrow());
    assertThat(actual).as(key).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).as(key).isCloseTo(expected.get(i), within(TOLERANCE * scale));
    }
  }

  @Test
  void kerrHasNoRicciTensor() throws IOException {
    Execution text =
        Execution.of("curvature", "../examples/gallery/kerr.yaml", "--at", "0,3,1,0.5");
    assertThat(text.exitCode()).isZero();
    assertThat(text.out())
        .startsWith("at t = 0, r = 3, th = 1, ph = 0.5\ndeterminant")
        .containsPattern("scalar +0\n")
        .containsPattern("ricci_squared +0\n")
        .containsPattern("kretschmann +0.0551607566321\n")
        .containsPattern("ricci\n +t +r +th +ph\nt +0 +0 +0 +0\nr +0 +0 +0 +0\nth +0 +0 +0 +0\n")
        .doesNotContain("closed", "R_{", "cos(th)");
    Execution formulas = Execution.of("curvature", "../examples/gallery/kerr.yaml");
    assertThat(formulas.out()).contains("Ricci tensor: zero", "R = 0");
    JsonNode document =
        new ObjectMapper()
            .readTree(Execution.of("curvature", "../examples/gallery/kerr.yaml", "--json").out());
    for (JsonNode row : document.at("/closed_form/ricci")) {
      row.forEach(entry -> assertThat(entry.asText()).isEqualTo("0"));
    }
  }
}
