package org.metricflows.bridge.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.evaluate.FinishedRun;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.bridge.internal.numpy.NpzFile;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.run.RunFolder;
import org.metricflows.bridge.internal.spec.SpecSource;

/** fields.npz of runs on charts, by metrics that are known. */
class ChartFieldsTest {
  private static final double ROUNDING = 1e-11;

  /** The unit sphere in stereographic coordinates, where R = 2 and |Ric|² = 2. */
  private static final String SPHERE =
      """
      chart: {coordinates: [x, y]}
      metric:
        ansatz: additive
        background: [["4/(1+x^2+y^2)^2", "0"], ["0", "4/(1+x^2+y^2)^2"]]
      network: {hidden_layers: [8], activation: tanh, bias_std: 0.5, seed: 2, centred: true}
      sample: {monte_carlo: 7, seed: 5, box: {x: [-1, 1], y: [-1, 1]}}
      loss: {name: ricci}
      flow: {time: 0.01, record: [0, 0.01]}
      observe: [R_min, R_max]
      """;

  private static final String LINE =
      """
      chart: {coordinates: [x]}
      metric: {background: [["1"]]}
      network: {hidden_layers: [8], activation: tanh, bias_std: 0.5}
      sample: {points: [[0.5], [-0.25]]}
      loss: {name: mse, target: [["2"]]}
      training: {method: lbfgs, epochs: 3}
      """;

  @TempDir Path temporary;

  private Path run(String spec, String... changes) {
    SpecSource source = SpecSource.ofText(spec, "spec.yaml");
    for (String change : changes) {
      source = source.with(change);
    }
    Path path = temporary.resolve("run");
    Run run = Geometries.run(source, Map.of());
    try (RunFolder folder = RunFolder.create(path, run.spec().toYaml(), false)) {
      run.in(folder);
    }
    return path;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sample={monte_carlo: 7, seed: 5, box: {x: [-1, 1], y: [-1, 1]}} | 7 | true",
        "sample={points: [[0, 0], [0.3, -0.7]]} | 2 | true",
        "sample={grid: [3, 2], box: {x: [-1, 1], y: [-1, 1]}} | 6 | false"
      })
  void aRoundSphereHasItsCurvatureAtEverySample(String sample, int points, boolean recorded)
      throws IOException {
    Path path = run(SPHERE, sample);
    JsonNode records =
        new ObjectMapper().readTree(path.resolve("result.json").toFile()).path("records");
    try (NpzFile fields = NpzFile.open(path.resolve("fields.npz"))) {
      assertThat(fields.array("t").values()).containsExactly(0, 0.01);
      double[] x = fields.array("x").values();
      assertThat(fields.array("x").shape()).containsExactly(points, 2);
      assertThat(fields.array("g").shape()).containsExactly(2, points, 3);
      for (String name : List.of("R", "ricci_squared")) {
        assertThat(fields.array(name).shape()).containsExactly(2, points);
        double[] two = new double[points];
        Arrays.fill(two, 2);
        assertThat(Arrays.copyOf(fields.array(name).values(), points))
            .containsExactly(two, within(ROUNDING));
      }
      double[] g = fields.array("g").values();
      double[] last = fields.array("R").values();
      for (int p = 0; p < points; p++) {
        double factor = 1 + x[2 * p] * x[2 * p] + x[2 * p + 1] * x[2 * p + 1];
        assertThat(g[3 * p]).isCloseTo(4 / (factor * factor), within(ROUNDING));
        assertThat(records.at("/1/R_max").asDouble()).isGreaterThanOrEqualTo(last[points + p]);
        if (recorded) {
          assertThat(records.at("/1/metric_at_points/" + p + "/2").asDouble())
              .isEqualTo(g[3 * points + 3 * p + 2]);
        }
      }
      assertThat(records.at("/0").has("metric_at_points")).isEqualTo(recorded);
      assertThat(records.at("/0").has("R")).isFalse();
    }
    assertThat(Files.readString(path.resolve("series.csv")).lines().findFirst())
        .contains("t,loss,R_min,R_max");
  }

  /** After the flow, curvature is what the run's evaluation finds by another path. */
  @Test
  void theLastCurvatureIsThatOfTheFinishedRun() throws IOException {
    FinishedRun run = FinishedRun.of(run(SPHERE));
    Evaluation evaluation = Geometries.answer(run.source(), "evaluate", Geometry::evaluation);
    try (NpzFile fields = NpzFile.open(run.folder().resolve("fields.npz"))) {
      double[] x = fields.array("x").values();
      double[][] points = new double[7][];
      Arrays.setAll(points, p -> Arrays.copyOfRange(x, 2 * p, 2 * p + 2));
      for (String name : List.of("scalar", "ricci_squared")) {
        double[] there =
            evaluation.at(run.state(), points, List.of(name)).arrays().get(name).values();
        double[] all = fields.array(name.equals("scalar") ? "R" : name).values();
        assertThat(Arrays.copyOfRange(all, 7, 14)).containsExactly(there, within(ROUNDING));
        assertThat(all[7]).isNotCloseTo(2, within(1e-6));
      }
    }
  }

  /** Nothing takes second derivatives of a metric that is learned by its values. */
  @Test
  void trainingsTellTheirEpochs() throws IOException {
    try (NpzFile fields = NpzFile.open(run(LINE).resolve("fields.npz"))) {
      assertThat(fields.has("R")).isFalse();
      assertThat(fields.has("ricci_squared")).isFalse();
      assertThat(fields.array("t").values()).containsExactly(0, 1, 2, 3);
      assertThat(fields.array("x").values()).containsExactly(0.5, -0.25);
      assertThat(fields.array("g").shape()).containsExactly(4, 2, 1);
    }
  }
}
