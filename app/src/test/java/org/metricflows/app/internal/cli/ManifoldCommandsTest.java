package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands say of a closed manifold: here a unit sphere that is given by its equation. */
class ManifoldCommandsTest {

  @TempDir private Path folder;
  private String spec;

  @BeforeEach
  void write() throws IOException {
    spec =
        Files.writeString(
                folder.resolve("sphere.yaml"),
                """
                manifold: {ambient: [U, V, W], equations: ["U^2 + V^2 + W^2 - 1"]}
                metric: {ansatz: conformal, background: "4"}
                network: {hidden_layers: [5], activation: tanh, seed: 1}
                sample: {count: 60, seed: 1}
                flow: {equation: ricci, time: 0.1, record: [0, 0.1]}
                """)
            .toString();
  }

  private static JsonNode json(String... words) throws IOException {
    Execution execution = Execution.of(words);
    assertThat(execution.exitCode()).as(execution.err()).isZero();
    return new ObjectMapper().readTree(execution.out());
  }

  /** A sphere of radius 2: R = 1/2, in any frame. */
  @Test
  void curvatureIsToldAtAPoint() throws IOException {
    JsonNode told = json("curvature", spec, "--at=0.6,0,0.8", "--json");
    assertThat(told.get("scalar").asDouble()).isCloseTo(0.5, within(1e-14));
    assertThat(told.get("ricci").get(0).get(0).asDouble()).isCloseTo(1, within(1e-14));
    assertThat(Execution.of("curvature", spec, "--at=0.6,0,0.8").out())
        .contains("at U = 0.6, V = 0, W = 0.8", "upper index 2");
  }

  /** Its radius shrinks by r² = 4 − 2t; the area is known by its estimate's error. */
  @Test
  void aRunIsEvaluated() throws IOException {
    String run = folder.resolve("run").toString();
    assertThat(Execution.of("run", spec, "--out", run).exitCode()).isZero();
    JsonNode at = json("evaluate", run, "--at", "0,0.6,0.8", "--what", "scalar,metric", "--json");
    double square = 3.8;
    assertThat(at.get("scalar").get(0).asDouble()).isCloseTo(2 / square, within(1e-5));
    assertThat(at.get("metric").get(0).get(0).get(0).asDouble()).isCloseTo(square, within(1e-5));
    JsonNode drawn = json("evaluate", run, "--count", "2000", "--seed", "3", "--json");
    double error = drawn.get("volume_error").asDouble();
    assertThat(error).isBetween(1e-3, 2.0);
    assertThat(drawn.get("volume").asDouble()).isCloseTo(4 * Math.PI * square, within(4 * error));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "curvature SPEC; --at: is missing",
        "curvature SPEC --at=1,1,1; --at: does not lie on the manifold",
        "curvature SPEC --at=1,1; must be 3 numbers",
        "kernel SPEC --at=1,0,0 --prime=0,1,0; 'kernel' is only for specs with a 'chart'",
        "export SPEC --format=numpy; 'export' is only for specs with a 'chart' or",
        "sample SPEC; 'sample' is only for specs with a 'variety'",
        "derive SPEC --set flow=null --set loss.name=ricci; flow.descent: 'derive' writes",
      })
  void whatIsNotAnsweredIsRefused(String command, String reason) {
    Execution execution = Execution.of(command.replace("SPEC", spec).split(" "));
    assertThat(execution.exitCode()).isEqualTo(2);
    assertThat(execution.err()).contains(reason);
  }
}
