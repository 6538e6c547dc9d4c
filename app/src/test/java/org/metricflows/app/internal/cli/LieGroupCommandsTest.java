package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.app.internal.gallery.Gallery;

/** Specs with a Lie algebra on the command line. */
class LieGroupCommandsTest {
  @TempDir private Path folder;

  private String example(String name) throws IOException {
    Path file = folder.resolve(name + ".yaml");
    return Files.writeString(file, Gallery.find(name).orElseThrow().text()).toString();
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  /**
   * On Nil R = −4/(1 + 24 t), on hyperbolic space −6/(2 + 4 t), on Sol and E(2) a product stays.
   */
  @Test
  void fiveGeometriesAgreeWithWhatIsKnown() throws IOException {
    Execution run = Execution.of("run", example("homogeneous-geometries"), "--out", out());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\nsoliton_defect\nt ", "hyperbolic-space", "sl2", "e2");
    assertThat(Files.readAllLines(folder.resolve("out/nil/series.csv")).get(0))
        .startsWith("t,metric_1,metric_2,metric_3,metric_4,metric_5,metric_6,volume,R,");
    for (int record = 0; record < 5; record++) {
      double t = record("nil", record).get("t").asDouble();
      assertRelative(record("nil", record).get("R"), -4 / (1 + 24 * t));
      assertRelative(record("hyperbolic-space", record).get("R"), -6 / (2 + 4 * t));
      JsonNode sol = record("sol", record).get("metric");
      assertThat(sol.get(0).asDouble() * sol.get(5).asDouble()).isCloseTo(2, within(1e-8));
      JsonNode e2 = record("e2", record).get("metric");
      assertThat(e2.get(0).asDouble() * e2.get(3).asDouble()).isCloseTo(2, within(1e-8));
    }
  }

  private JsonNode record(String variant, int index) throws IOException {
    Path result = folder.resolve("out/" + variant + "/result.json");
    return json(Files.readString(result)).get("records").get(index);
  }

  /** The integrator's relative tolerance is 1e-10, over some thousand steps. */
  private static void assertRelative(JsonNode actual, double expected) {
    assertThat(actual.asDouble()).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
  }

  @Test
  void anExtinctSphereSaysWhen() throws IOException {
    Execution run = Execution.of("run", example("round-sphere-group"), "--out", out(), "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("the metric becomes singular at about t = 0.750000");
    JsonNode result = json(run.out());
    assertThat(result.get("singular_time").asDouble()).isCloseTo(0.75, within(1e-9));
    assertThat(result.get("records")).hasSize(5);
  }

  @Test
  void variantsAreComparedAndResumedToTheSameResult() throws IOException {
    Execution run = Execution.of("run", example("berger-sphere"), "--out", out());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("A Berger sphere").contains("\nR\nt ", "free", "fixed-volume");
    Path result = folder.resolve("out/fixed-volume/result.json");
    JsonNode before = withoutTime(Files.readString(result));
    Files.delete(result);
    Execution.of("resume", out());
    assertThat(withoutTime(Files.readString(result))).isEqualTo(before);
  }

  private static JsonNode withoutTime(String text) throws IOException {
    ObjectNode result = (ObjectNode) json(text);
    result.remove("cpu_seconds");
    return result;
  }

  @Test
  void derivesMilnorsEquations() throws IOException {
    Execution derived =
        Execution.of(
            "derive", example("homogeneous-geometries"), "--set", "metric={diagonal: [1, 2, 3]}");
    assertThat(derived.exitCode()).as(derived.err()).isZero();
    assertThat(derived.out())
        .contains("[e2, e3] = -2*e1")
        .contains("all but g11, g22, g33 are 0 at the start and stay so")
        .contains("d/dt g11 = -4*g11^2/(g22*g33)")
        .contains("d/dt g22 = 4*g11/g33")
        .contains("d/dt g33 = 4*g11/g22");
  }

  /** On the group of h3 the flow of a metric with g12 moves g12, but neither g13 nor g23. */
  @Test
  void leavesOutOnlyWhatStaysZero() throws IOException {
    String metric = "metric={background: [[1, 0.3, 0], [0.3, 2, 0], [0, 0, 1]]}";
    Execution derived =
        Execution.of(
            "derive",
            example("homogeneous-geometries"),
            "--set",
            "lie_algebra.name=h3",
            "--set",
            metric);
    assertThat(derived.out()).contains("all but g11, g12, g22, g33 are 0").contains("d/dt g12 = ");
  }

  @ParameterizedTest
  @CsvSource({"latex, \\partial_t g_{11}", "symja, speed11 :=", "sympy, 'g11 = symbols('"})
  void derivesInOtherLanguages(String format, String mark) throws IOException {
    Execution derived =
        Execution.of(
            "derive",
            example("homogeneous-geometries"),
            "--set",
            "lie_algebra.name=sol",
            "--format",
            format);
    assertThat(derived.exitCode()).as(derived.err()).isZero();
    assertThat(derived.out()).contains(mark);
  }

  @Test
  void curvatureIsExact() throws IOException {
    Execution text = Execution.of("curvature", example("round-sphere-group"));
    assertThat(text.out())
        .contains("Gamma^1_23 = -1", "Ric_11 = 2", "R = 2", "Kretschmann = 4/3")
        .contains("eigenvalues of Ric relative to g: 0.666666666667, ");
    String metric = "metric={background: [[1, 0.3, 0], [0.3, 2, 0.5], [0, 0.5, 1]]}";
    JsonNode json =
        json(
            Execution.of(
                    "curvature",
                    example("homogeneous-geometries"),
                    "--set",
                    "lie_algebra.name=h3",
                    "--set",
                    metric,
                    "--json")
                .out());
    // constant curvature K: R = 6K, |Ric|² = 12K², Kretschmann 12K²
    double k = json.get("scalar").asDouble() / 6;
    assertThat(json.get("ricci_squared").asDouble()).isCloseTo(12 * k * k, within(1e-12));
    assertThat(json.get("kretschmann").asDouble()).isCloseTo(12 * k * k, within(1e-12));
    for (int i = 0; i < 3; i++) {
      assertThat(json.get("ricci_eigenvalues").get(i).asDouble()).isCloseTo(2 * k, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"berger-sphere", "homogeneous-geometries", "round-sphere-group"})
  void everyEvaluatorOfTheGalleryAgrees(String name) throws IOException {
    Execution execution = Execution.of("check", example(name));
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    assertThat(execution.out()).contains("velocity", "Koszul's formula", "comparisons agree");
    assertThat(execution.err()).contains("checking observables");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "curvature --at=1,2,3; --at: a left-invariant metric is the same at every point",
        "kernel; lie_algebra: 'kernel' is only for specs with a",
        "run --set metric={\"background\":[[1,0,0],[0,-1,0],[0,0,1]]}; must be positive definite",
        "run --set lie_algebra={\"brackets\":{\"2,3\":[-2,0,0],\"1,2\":[0,1,0]}}; Jacobi's identity fails for e1, e2, e3: ",
        "derive --set lie_algebra={\"brackets\":{\"2,3\":[-2,0,0],\"1,2\":[0,1,0]}}; Jacobi's identity fails for e1, e2, e3: "
      })
  void whatDoesNotApplyIsRefused(String command, String words) throws IOException {
    String[] arguments = (command + " " + example("round-sphere-group")).split(" ");
    Execution execution = Execution.of(arguments);
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err()).contains(words).doesNotContain("\tat ");
  }
}
