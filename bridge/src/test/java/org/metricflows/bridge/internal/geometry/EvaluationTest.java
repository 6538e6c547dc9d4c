package org.metricflows.bridge.internal.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.bridge.internal.evaluate.Evaluated;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.evaluate.FinishedRun;
import org.metricflows.bridge.internal.numpy.NpzFile;
import org.metricflows.symbolic.InputException;

/** A finished run, evaluated, is the metric that its records tell, at their points and others. */
class EvaluationTest {

  private static final String CHART =
      """
      chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 2*Pi}}
      metric: {background: [["1+sin(y)/4", "0"], ["0", "1+cos(x)/8"]]}
      network: {hidden_layers: [6, 6], activation: erf, bias_std: 0.3}
      sample: {grid: [4, 3]}
      loss: {name: ricci}
      flow: {time: 0.02, integrator: runge-kutta, step: 1e-3}
      test_points: [[0.3, 0.4], [5, 1.5]]
      """;

  private static final String TORUS =
      """
      chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 2*Pi}}
      metric: {background: [["1+sin(x)/8", "0"], ["0", "1+cos(y)/8"]]}
      sample: {grid: [12, 12]}
      loss: {name: perelman, density: "1"}
      flow: {kernel: local, supermetric: dewitt, time: 0.02, integrator: runge-kutta, step: 1e-3}
      test_points: [[0.3, 0.4], [5, 1.5]]
      """;

  private static final String FEATURES =
      """
      chart: {coordinates: [x], periodic: {x: 2*Pi}}
      metric: {background: [["1+sin(x)/4"]]}
      features: {width: 32, bandwidth: 0.5}
      sample: {grid: [8]}
      loss: {name: mse, target: [["1"]]}
      flow: {kernel: features, time: 0.2, integrator: runge-kutta, step: 1e-2}
      test_points: [[0.3], [5]]
      """;

  @TempDir private Path folders;

  private FinishedRun finished(String text) {
    return FinishedRuns.of(folders, text);
  }

  static Stream<Arguments> charts() {
    return Stream.of(
        Arguments.of("a network", CHART, 1e-13),
        Arguments.of(
            "a network that is not centred",
            CHART.replace("bias_std: 0.3", "bias_std: 0.3, centred: false"),
            1e-13),
        Arguments.of(
            "one body", CHART.replace("bias_std: 0.3", "bias_std: 0.3, outputs: shared"), 1e-13),
        Arguments.of(
            "positive by its ansatz",
            CHART.replace("metric: {", "metric: {ansatz: cholesky, "),
            1e-13),
        Arguments.of("linearised", "regime: linearised\n" + CHART, 1e-13),
        // kernels are solved with: their matrices have condition numbers beyond 1e12
        Arguments.of(
            "infinitely wide",
            CHART.replace("hidden_layers: [6, 6]", "width: infinite, hidden_layers: 1"),
            1e-9),
        Arguments.of("a Gaussian kernel", "regime: gaussian\n" + CHART, 1e-9),
        Arguments.of(
            "a training",
            CHART.replaceAll("flow: .*\\n", "training: {epochs: 4, batch: 4}\n"),
            1e-13),
        Arguments.of(
            "solved for",
            "regime: gaussian\n"
                + CHART.replaceAll("flow: .*\\n", "solve: {iterations: 4, tolerance: 0}\n"),
            1e-9),
        Arguments.of("cosine features", FEATURES, 1e-13),
        Arguments.of("infinitely many", FEATURES.replace("width: 32", "width: infinite"), 1e-9),
        Arguments.of("functions on a grid", TORUS, 1e-13),
        Arguments.of("carried beside Ricci flow", TORUS + "observe: [ricci_distance]\n", 1e-13));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("charts")
  void testPointsHaveTheMetricOfTheRecord(String name, String text, double tolerance)
      throws IOException {
    FinishedRun run = finished(text);
    Evaluation evaluation = FinishedRuns.evaluation(run);
    double[][] points =
        evaluation.coordinates().size() == 1
            ? new double[][] {{0.3}, {5}}
            : new double[][] {{0.3, 0.4}, {5, 1.5}};
    Evaluated at = evaluation.at(run.state(), points, List.of("metric"));
    JsonNode told = FinishedRuns.last(run).path("metric_at_test_points");
    int d = points[0].length;
    double[] metric = at.arrays().get("metric").values();
    for (int p = 0; p < points.length; p++) {
      int k = 0;
      for (int i = 0; i < d; i++) {
        for (int j = i; j < d; j++, k++) {
          assertThat(metric[(p * d + i) * d + j])
              .isCloseTo(told.get(p).get(k).asDouble(), within(tolerance));
          assertThat(metric[(p * d + j) * d + i]).isEqualTo(metric[(p * d + i) * d + j]);
        }
      }
    }
  }

  /** ∂_k g_ij = Γ_i,kj + Γ_j,ki, with ∂_k g_ij by central differences of the metric itself. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("charts")
  void theConnectionIsCompatible(String name, String text, double tolerance) {
    FinishedRun run = finished(text);
    Evaluation evaluation = FinishedRuns.evaluation(run);
    int d = evaluation.coordinates().size();
    double h = 1e-4;
    double[] x = {0.7, 1.1};
    double[][] points = new double[2 * d + 1][];
    for (int q = 0; q < points.length; q++) {
      points[q] = Arrays.copyOf(x, d);
      if (q > 0) {
        points[q][(q - 1) / 2] += q % 2 == 1 ? h : -h;
      }
    }
    Evaluated at = evaluation.at(run.state(), points, List.of("metric", "christoffel"));
    double[] g = at.arrays().get("metric").values();
    double[] gamma = at.arrays().get("christoffel").values();
    for (int k = 0; k < d; k++) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          int up = ((2 * k + 1) * d + i) * d + j;
          int down = ((2 * k + 2) * d + i) * d + j;
          double lowered = 0;
          for (int l = 0; l < d; l++) {
            lowered += g[i * d + l] * gamma[(l * d + k) * d + j];
            lowered += g[j * d + l] * gamma[(l * d + k) * d + i];
          }
          // differences are off by h² times third derivatives of order ten, and by rounding/h
          assertThat((g[up] - g[down]) / (2 * h)).isCloseTo(lowered, within(1e-6));
        }
      }
    }
  }

  @Test
  void groupsAndRotationalMetricsAreWhatTheirRecordsTell() throws IOException {
    FinishedRun group =
        finished(
            """
            lie_algebra: {name: su2}
            metric: {diagonal: [1, 2, 3]}
            flow: {time: 0.05}
            """);
    Evaluated frame =
        FinishedRuns.evaluation(group)
            .at(group.state(), new double[1][0], List.of("metric", "ricci", "scalar", "riemann"));
    assertThat(frame.arrays().get("scalar").values()[0])
        .isCloseTo(FinishedRuns.last(group).path("R").asDouble(), within(1e-12));
    double[] riemann = frame.arrays().get("riemann").values();
    double[] metric = frame.arrays().get("metric").values();
    double[] ricci = frame.arrays().get("ricci").values();
    for (int b = 0; b < 3; b++) { // g is diagonal: R_bb = Σ_a R_abab/g_aa
      double sum = 0;
      for (int a = 0; a < 3; a++) {
        sum += riemann[((a * 3 + b) * 3 + a) * 3 + b] / metric[a * 3 + a];
      }
      assertThat(sum).isCloseTo(ricci[b * 3 + b], within(1e-12));
    }

    FinishedRun sphere =
        finished(
            """
            rotational: {dimension: 3, radius: "sin(x)*(1 - sin(x)^2/2)", points: 48}
            flow: {time: 0.01}
            """);
    try (NpzFile fields = NpzFile.open(sphere.folder().resolve("fields.npz"))) {
      double[] x = fields.array("x").values();
      double[][] points = Arrays.stream(x).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
      Evaluated at =
          FinishedRuns.evaluation(sphere)
              .at(
                  sphere.state(),
                  points,
                  List.of("radius", "curvature_radial", "curvature_tangential"));
      for (String name : List.of("radius", "curvature_radial", "curvature_tangential")) {
        double[] all = fields.array(name).values();
        double[] end = Arrays.copyOfRange(all, all.length - x.length, all.length);
        double[] now = at.arrays().get(name).values();
        for (int p = 1; p + 1 < x.length; p++) {
          // K by second derivatives of 48 modes: a thousand times rounding
          assertThat(now[p]).isCloseTo(end[p], within(1e-9 * (1 + Math.abs(end[p]))));
        }
      }
    }
    Evaluated volume =
        FinishedRuns.evaluation(sphere).drawn(sphere.state(), 40_000, 1, List.of("scalar"));
    var estimate = volume.integrals().get("volume");
    assertThat(estimate.value())
        .isCloseTo(
            FinishedRuns.last(sphere).path("volume").asDouble(), within(5 * estimate.error()));
    var curved = volume.integrals().get("int_R");
    assertThat(curved.value())
        .isCloseTo(FinishedRuns.last(sphere).path("int_R").asDouble(), within(5 * curved.error()));

    FinishedRun soliton =
        finished(
            """
            rotational: {dimension: 3}
            flow: {equation: steady-soliton, time: 4, record: [0, 1, 2, 3, 4]}
            """);
    Evaluated tip =
        FinishedRuns.evaluation(soliton)
            .at(soliton.state(), new double[][] {{4}, {2}}, List.of("radius", "scalar"));
    assertThat(tip.arrays().get("radius").values()[0])
        .isCloseTo(FinishedRuns.last(soliton).path("radius").asDouble(), within(1e-9));
    assertThat(tip.arrays().get("scalar").values()[0])
        .isCloseTo(FinishedRuns.last(soliton).path("R").asDouble(), within(1e-9));
  }

  /**
   * Of fixed steps of length 2⁻¹⁰, the second half from the parameters of the first is the whole,
   * bit by bit.
   */
  @Test
  void aFlowGoesOnFromParameters() throws IOException {
    for (String regime : List.of("", "regime: linearised\n")) {
      String exact = "time: 0.015625, integrator: runge-kutta, step: 0.0009765625";
      String whole = regime + CHART.replaceAll("time: .* step: 1e-3", exact);
      String half = whole.replace("time: 0.015625", "time: 0.0078125");
      FinishedRun first = finished(half);
      String rest = half.replace("bias_std: 0.3", "bias_std: 0.3, parameters: " + first.folder());
      FinishedRun second = finished(rest);
      assertThat(second.state()).isEqualTo(finished(whole).state());
      assertThat(Files.readString(second.folder().resolve("spec.yaml"))).contains("start:");
      assertThat(
              FinishedRuns.evaluation(second)
                  .at(second.state(), new double[][] {{0.3, 0.4}}, List.of("metric"))
                  .arrays()
                  .get("metric")
                  .values()[0])
          .isCloseTo(
              FinishedRuns.last(second).path("metric_at_test_points").get(0).get(0).asDouble(),
              within(1e-13));
    }
  }

  @Test
  void refusesWhatCannotBeEvaluated() throws IOException {
    FinishedRun run = finished(CHART);
    Evaluation evaluation = FinishedRuns.evaluation(run);
    assertThatThrownBy(() -> evaluation.checked(List.of("rici"), "--what"))
        .isInstanceOf(InputException.class)
        .hasMessage("--what: 'rici' is unknown; did you mean 'ricci'?");
    assertThatThrownBy(() -> evaluation.at(run.state(), new double[][] {{1}}, List.of("metric")))
        .hasMessageContaining("points[0]: has 1 numbers, 2 expected");
    Files.delete(run.folder().resolve("result.json"));
    assertThatThrownBy(() -> FinishedRun.of(run.folder()))
        .hasMessageContaining("holds an unfinished run; resume it first");
    assertThatThrownBy(() -> FinishedRun.of(folders))
        .hasMessageContaining("holds no run: there is no spec.yaml in it");
    String narrower =
        CHART
            .replace("[6, 6]", "[6, 5]")
            .replace("bias_std: 0.3", "bias_std: 0.3, parameters: " + run.folder());
    assertThatThrownBy(() -> finished(narrower))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("network.parameters")
        .hasMessageContaining("its array 'weights_1' has the shape [6, 6], expected is [5, 6]");
  }
}
