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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands run and resume, from a spec's file to the files of the run. */
class RunCommandTest {
  /** Relative to the largest entry; the command is promised to this accuracy. */
  private static final double TOLERANCE = 1e-9;

  private static final String SPEC =
      """
      title: small
      chart: {coordinates: [x, y]}
      metric: {background: [["1 + x^2/3", "0.1*y"], ["0.1*y", "1 + cos(x)/4"]]}
      network: {hidden_layers: [5], activation: tanh, weight_std: 1.3, bias_std: 0.2}
      sample: {points: [[0.1, 0.2], [-0.5, 0.4], [0.3, -0.6]]}
      loss: {name: mse, target: [["1", "0"], ["0", "1"]]}
      flow: {time: 1, record: [0, 0.5, 1]}
      test_points: [[0.2, 0.1]]
      observe: [metric_ntk]
      """;

  @TempDir private Path folder;

  static List<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    for (String file : List.of("finite-flows", "infinite-flows")) {
      try (InputStream in =
          RunCommandTest.class.getResourceAsStream("/reference/" + file + ".json")) {
        for (JsonNode flow : new ObjectMapper().readTree(in).get("cases")) {
          cases.add(Arguments.of(flow.get("name").asText(), flow));
        }
      }
    }
    return cases;
  }

  private Path spec(String text) throws IOException {
    return Files.writeString(folder.resolve("spec.yaml"), text);
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithTheReference(String name, JsonNode reference) throws IOException {
    Path file = folder.resolve("spec.json");
    Files.writeString(file, reference.get("spec").toString());
    Execution run = Execution.of("run", file.toString(), "--out", out(), "--json");
    assertThat(run.exitCode()).isZero();
    JsonNode result = json(run.out());
    assertThat(result).isEqualTo(json(Files.readString(folder.resolve("out/result.json"))));
    assertThat(result.get("status").asText()).isEqualTo("completed");
    JsonNode expected = reference.at("/expected/records");
    assertThat(result.get("records")).hasSize(expected.size());
    for (int r = 0; r < expected.size(); r++) {
      for (String key : List.of("t", "loss", "metric_at_points", "metric_at_test_points")) {
        assertClose(
            numbers(result.get("records").get(r).get(key)), numbers(expected.get(r).get(key)));
      }
    }
  }

  private static List<Double> numbers(JsonNode node) {
    List<Double> numbers = new ArrayList<>();
    if (node.isNumber()) {
      numbers.add(node.asDouble());
    }
    node.forEach(child -> numbers.addAll(numbers(child)));
    return numbers;
  }

  private static void assertClose(List<Double> actual, List<Double> expected) {
    double scale = expected.stream().mapToDouble(Math::abs).max().orElseThrow();
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).isCloseTo(expected.get(i), within(TOLERANCE * scale));
    }
  }

  @Test
  void writesARunFolderAndTellsWhere() throws IOException {
    Execution run = Execution.of("run", spec(SPEC).toString(), "--out", out());
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("small", "loss", "ntk_drift", "completed", "results: " + out());
    try (var files = Files.list(folder.resolve("out"))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .contains("spec.yaml", "result.json", "series.csv", "state.npy")
          .doesNotContain("checkpoint.bin");
    }
  }

  @Test
  void aFinishedRunIsKeptWithoutForce() throws IOException {
    Path spec = spec(SPEC);
    Execution.of("run", spec.toString(), "--out", out());
    String before = Files.readString(folder.resolve("out/result.json"));
    Execution again = Execution.of("run", spec.toString(), "--out", out());
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("--force");
    Execution other =
        Execution.of("run", spec.toString(), "--out", out(), "--set", "network.seed=2", "--json");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("out/result.json")).hasContent(before);
    Execution forced =
        Execution.of(
            "run", spec.toString(), "--out", out(), "--set", "network.seed=2", "--json", "--force");
    assertThat(forced.exitCode()).isZero();
    assertThat(json(forced.out()).at("/spec/network/seed").asInt()).isEqualTo(2);
  }

  @Test
  void resumeComesToTheSameResult() throws IOException {
    Execution run = Execution.of("run", spec(SPEC).toString(), "--out", out(), "--json");
    assertThat(Execution.of("resume", out(), "--json")).isEqualTo(run);
    // a run that was killed before its first checkpoint
    Files.delete(folder.resolve("out/result.json"));
    Execution resumed = Execution.of("resume", out(), "--json");
    assertThat(resumed.exitCode()).isZero();
    assertThat(withoutTime(resumed.out())).isEqualTo(withoutTime(run.out()));
  }

  private static JsonNode withoutTime(String text) throws IOException {
    ObjectNode result = (ObjectNode) json(text);
    assertThat(result.remove("cpu_seconds").isNumber()).isTrue();
    return result;
  }

  @Test
  void variantsRunSideBySide() throws IOException {
    Path spec =
        spec(
            SPEC
                + """
                compare:
                  narrow: {network.hidden_layers: [3]}
                  infinite: {network.width: infinite, network.hidden_layers: 1}
                """);
    Execution run = Execution.of("run", spec.toString(), "--out", out());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("narrow", "infinite", "largest difference of a component of g from narrow");
    assertThat(folder.resolve("out/narrow/result.json")).exists();
    assertThat(folder.resolve("out/infinite/result.json")).exists();
    JsonNode both = json(Execution.of("resume", out(), "--json").out());
    assertThat(both.get("variants").fieldNames())
        .toIterable()
        .containsExactly("narrow", "infinite");
    Files.delete(folder.resolve("out/infinite/result.json"));
    assertThat(Execution.of("resume", out()).out())
        .containsPattern("narrow: completed(.|\n)*infinite: completed");
  }

  @Test
  void variantsWithoutALossAreComparedInAllTheirNumbers() throws IOException {
    Path spec =
        spec(
            """
            chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 2*Pi}}
            metric: {background: [["1", "0"], ["0", "1 + sin(x)/4"]]}
            sample: {grid: [8, 8]}
            flow: {time: 0.01, equation: ricci}
            observe: [volume, R_max]
            compare:
              free: {flow.equation: ricci}
              fixed: {flow.equation: ricci-normalised}
            """);
    Execution run = Execution.of("run", spec.toString(), "--out", out());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).containsPattern("^volume\nt +free +fixed\n").contains("\n\nR_max\nt ");
  }

  @Test
  void nothingIsWrittenIfOneVariantIsThereAlready() throws IOException {
    String compare = "compare:\n  a: {network.seed: 1}\n  b: {network.seed: 2}\n";
    Path spec = spec(SPEC + compare);
    Execution.of("run", spec(SPEC).toString(), "--out", Path.of(out(), "b").toString());
    Files.writeString(spec, SPEC + compare);
    Execution run = Execution.of("run", spec.toString(), "--out", out());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("holds a run of another spec");
    assertThat(folder.resolve("out/a")).doesNotExist();
  }

  @Test
  void aRunThatStopsSaysWhyAndKeepsWhatItHas() throws IOException {
    Execution run =
        Execution.of(
            "run",
            spec(SPEC).toString(),
            "--out",
            out(),
            "--json",
            "--set",
            "loss={name: mse, target: [[-1, 0], [0, 1]]}",
            "--set",
            "flow={time: 1000, record: [0, 0.001, 1000]}",
            "--set",
            "observe=[volume]"); // which needs a metric, as the loss does not
    assertThat(run.exitCode()).isEqualTo(1);
    JsonNode result = json(run.out());
    assertThat(result.get("status").asText()).startsWith("stopped: ");
    assertThat(result.get("stopped_at").asDouble()).isBetween(0.001, 1000.0);
    assertThat(result.get("records").size()).isGreaterThanOrEqualTo(2);
    assertThat(run.err()).startsWith("metricflows: stopped: ").contains("at t = ");
    assertThat(folder.resolve("out/result.json")).exists();
  }

  @Test
  void sameSpecSameBytes() throws IOException {
    String spec = spec(SPEC).toString();
    String other = folder.resolve("other").toString();
    Execution.of("run", spec, "--out", out());
    Execution.of("run", spec, "--out", other);
    for (String file : List.of("spec.yaml", "series.csv", "state.npy")) {
      assertThat(Path.of(other, file)).hasSameBinaryContentAs(Path.of(out(), file));
    }
    assertThat(withoutTime(Files.readString(Path.of(other, "result.json"))))
        .isEqualTo(withoutTime(Files.readString(Path.of(out(), "result.json"))));
  }

  /** A column a test point, in the order of the spec, with its components. */
  @Test
  void theTableHasTheMetricAtTestPoints() throws IOException {
    Path spec = Files.writeString(folder.resolve("points.yaml"), SPEC);
    Execution execution =
        Execution.of("run", spec.toString(), "--out", folder.resolve("points").toString());
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    JsonNode records =
        new ObjectMapper()
            .readTree(folder.resolve("points").resolve("result.json").toFile())
            .path("records");
    JsonNode last = records.get(records.size() - 1).at("/metric_at_test_points/0");
    String cell =
        Numbers.brief(last.get(0).asDouble())
            + ", "
            + Numbers.brief(last.get(1).asDouble())
            + ", "
            + Numbers.brief(last.get(2).asDouble());
    assertThat(execution.out()).contains("  g(0.2, 0.1)  ").contains("  " + cell + "  ");
  }
}
