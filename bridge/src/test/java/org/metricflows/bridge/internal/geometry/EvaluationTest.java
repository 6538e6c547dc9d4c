package org.metricflows.bridge.internal.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.run.RunFolder;
import org.metricflows.bridge.internal.spec.SpecSource;
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

  private static final String QUARTIC =
      """
      variety: {ambient: [3], equations: ["z0^4+z1^4+z2^4+z3^4"]}
      network: {hidden_layers: [8, 8], activation: gelu, parametrization: standard}
      sample: {count: 300, held_out: 0, seed: 5}
      loss: {name: monge-ampere, power: 2}
      """;

  @TempDir private Path folders;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A run of a spec, finished in a folder. */
  private FinishedRun finished(String text) {
    Run run = Geometries.run(SpecSource.ofText(text, "spec.yaml"), Map.of());
    try {
      Path path = Files.createTempDirectory(folders, "run").resolve("run");
      try (RunFolder folder = RunFolder.create(path, run.spec().toYaml(), false)) {
        run.in(folder);
      }
      return FinishedRun.of(path);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Evaluation evaluation(FinishedRun run) {
    return Geometries.answer(run.source(), "evaluate", Geometry::evaluation);
  }

  private static JsonNode last(FinishedRun run) throws IOException {
    JsonNode records = JSON.readTree(run.folder().resolve("result.json").toFile()).path("records");
    return records.get(records.size() - 1);
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
    Evaluation evaluation = evaluation(run);
    double[][] points =
        evaluation.coordinates().size() == 1
            ? new double[][] {{0.3}, {5}}
            : new double[][] {{0.3, 0.4}, {5, 1.5}};
    Evaluated at = evaluation.at(run.state(), points, List.of("metric"));
    JsonNode told = last(run).path("metric_at_test_points");
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
    Evaluation evaluation = evaluation(run);
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

  static Stream<Arguments> varieties() {
    return Stream.of(
        Arguments.of("a training", QUARTIC + "training: {epochs: 2, batch: 50}\n"),
        Arguments.of(
            "not centred",
            QUARTIC.replace("standard", "standard, centred: false")
                + "training: {epochs: 2, batch: 50}\n"),
        Arguments.of(
            "raw features",
            QUARTIC + "metric: {features: raw}\ntraining: {epochs: 2, batch: 50}\n"),
        Arguments.of(
            "linearised", QUARTIC + "regime: linearised\ntraining: {epochs: 2, batch: 50}\n"),
        Arguments.of(
            "linearised and solved",
            QUARTIC.replace("standard", "ntk") + "regime: linearised\nsolve: {iterations: 3}\n"),
        Arguments.of(
            "a flow", QUARTIC + "flow: {time: 0.01, integrator: runge-kutta, step: 1e-3}\n"),
        Arguments.of(
            "a frozen kernel",
            QUARTIC + "regime: gaussian\nflow: {time: 0.1, integrator: runge-kutta, step: 1e-2}\n"),
        Arguments.of("a kernel solved for", QUARTIC + "regime: gaussian\nsolve: {iterations: 3}\n"),
        Arguments.of(
            "a balanced metric",
            """
            variety: {ambient: [3], equations: ["z0^4+z1^4+z2^4+z3^4"]}
            metric: {ansatz: algebraic, degree: 2}
            sample: {count: 300, held_out: 0, seed: 5}
            training: {method: donaldson, iterations: 3}
            """));
  }

  /** Points drawn with the run's seed are those that its records look at. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("varieties")
  void drawnPointsHaveTheRecordsIntegrals(String name, String text) throws IOException {
    FinishedRun run = finished(text);
    Evaluation evaluation = evaluation(run);
    Evaluated drawn =
        evaluation.drawn(run.state(), 300, 5, List.of("metric", "q", "relative_eigenvalue"));
    JsonNode record = last(run);
    // the same sums in another order, of what sources and parameters make to rounding
    assertThat(drawn.integrals().get("sigma").value())
        .isCloseTo(record.path("sigma").asDouble(), within(1e-11));
    assertThat(drawn.integrals().get("sigma").error())
        .isCloseTo(record.path("sigma_error").asDouble(), within(1e-11));
    assertThat(
            Arrays.stream(drawn.arrays().get("relative_eigenvalue").values()).min().orElseThrow())
        .isCloseTo(record.path("minimum_relative_eigenvalue").asDouble(), within(1e-10));
    double[] q = drawn.arrays().get("q").values();
    double[] w = drawn.arrays().get("weights").values();
    double volume = 0;
    for (int p = 0; p < q.length; p++) {
      volume += w[p] * q[p] / q.length;
    }
    assertThat(volume).isCloseTo(record.path("kahler_volume").asDouble(), within(1e-10));
    assertThat(drawn.integrals().get("kahler_volume").value()).isCloseTo(volume, within(1e-10));
  }

  static Stream<Arguments> potentials() {
    return varieties()
        .filter(a -> !a.get()[0].toString().contains("kernel"))
        .filter(a -> !a.get()[0].equals("a flow"));
  }

  /**
   * v^a v̄^b (g − g_FS)_ab̄ is a quarter of the Laplacian of φ along c ↦ z + c v^a ∂_a z, which
   * stays on the variety to second order: no second derivative of z is in ∂∂̄φ.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("potentials")
  void potentialsMakeTheMetric(String name, String text) {
    FinishedRun run = finished(text);
    Evaluation evaluation = evaluation(run);
    List<String> what = List.of("potential", "metric", "fubini_study", "frame");
    Map<String, Tensor> arrays = evaluation.drawn(run.state(), 4, 8, what).arrays();
    double[] z = arrays.get("points").values();
    double[] frame = arrays.get("frame").values();
    double[] g = arrays.get("metric").values();
    double[] background = arrays.get("fubini_study").values();
    double h = 3e-4;
    double[][] directions = {{1, 0, 0, 0}, {0, 0, 1, 0}, {1, 0, 1, 0}, {1, 0, 0, 1}};
    for (int p = 0; p < 4; p++) {
      for (double[] v : directions) {
        double[][] cross = new double[5][8];
        for (int i = 0; i < 4; i++) {
          double re = 0;
          double im = 0;
          for (int a = 0; a < 2; a++) {
            int at = 2 * ((p * 2 + a) * 4 + i);
            re += v[2 * a] * frame[at] - v[2 * a + 1] * frame[at + 1];
            im += v[2 * a] * frame[at + 1] + v[2 * a + 1] * frame[at];
          }
          double[][] steps = {{0, 0}, {h, 0}, {-h, 0}, {0, h}, {0, -h}};
          for (int s = 0; s < 5; s++) {
            cross[s][2 * i] = z[8 * p + 2 * i] + steps[s][0] * re - steps[s][1] * im;
            cross[s][2 * i + 1] = z[8 * p + 2 * i + 1] + steps[s][0] * im + steps[s][1] * re;
          }
        }
        double[] phi =
            evaluation
                .at(run.state(), cross, List.of("potential"))
                .arrays()
                .get("potential")
                .values();
        assertThat(phi[0]).isCloseTo(arrays.get("potential").values()[p], within(1e-12));
        double laplacian = (phi[1] + phi[2] + phi[3] + phi[4] - 4 * phi[0]) / (4 * h * h);
        // the differences are off by h² times fourth derivatives of order a hundred
        assertThat(laplacian).isCloseTo(form(g, p, v) - form(background, p, v), within(2e-5));
      }
    }
  }

  /** v^a v̄^b h_ab̄, which is real. */
  private static double form(double[] h, int point, double... v) {
    double sum = 0;
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        double re = v[2 * a] * v[2 * b] + v[2 * a + 1] * v[2 * b + 1];
        double im = v[2 * a + 1] * v[2 * b] - v[2 * a] * v[2 * b + 1];
        int at = 2 * ((point * 2 + a) * 2 + b);
        sum += re * h[at] - im * h[at + 1];
      }
    }
    return sum;
  }

  /**
   * R_ab̄ of a trained metric is Hermitian and its trace is R; φ is real and g does not depend on
   * scale.
   */
  @Test
  void pointsMayComeInAnyScale() {
    FinishedRun run = finished(QUARTIC + "training: {epochs: 2, batch: 50}\n");
    Evaluation evaluation = evaluation(run);
    Evaluated drawn = evaluation.drawn(run.state(), 8, 3, List.of("metric", "ricci", "scalar"));
    double[] z = drawn.arrays().get("points").values();
    double[][] turned = new double[8][8];
    for (int p = 0; p < 8; p++) {
      for (int i = 0; i < 4; i++) {
        double re = z[8 * p + 2 * i];
        double im = z[8 * p + 2 * i + 1];
        turned[p][2 * i] = 3 * (re * 0.6 - im * 0.8); // times 3 (0.6 + 0.8 i)
        turned[p][2 * i + 1] = 3 * (re * 0.8 + im * 0.6);
      }
    }
    Evaluated again =
        evaluation.at(run.state(), turned, List.of("metric", "ricci", "scalar", "frame"));
    for (String name : List.of("points", "metric", "ricci", "scalar")) {
      double[] a = drawn.arrays().get(name).values();
      double[] b = again.arrays().get(name).values();
      for (int i = 0; i < a.length; i++) {
        assertThat(b[i]).as(name).isCloseTo(a[i], within(1e-10 * (1 + Math.abs(a[i]))));
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
        evaluation(group)
            .at(group.state(), new double[1][0], List.of("metric", "ricci", "scalar", "riemann"));
    assertThat(frame.arrays().get("scalar").values()[0])
        .isCloseTo(last(group).path("R").asDouble(), within(1e-12));
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
          evaluation(sphere)
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
    Evaluated volume = evaluation(sphere).drawn(sphere.state(), 40_000, 1, List.of("scalar"));
    var estimate = volume.integrals().get("volume");
    assertThat(estimate.value())
        .isCloseTo(last(sphere).path("volume").asDouble(), within(5 * estimate.error()));
    var curved = volume.integrals().get("int_R");
    assertThat(curved.value())
        .isCloseTo(last(sphere).path("int_R").asDouble(), within(5 * curved.error()));

    FinishedRun soliton =
        finished(
            """
            rotational: {dimension: 3}
            flow: {equation: steady-soliton, time: 4, record: [0, 1, 2, 3, 4]}
            """);
    Evaluated tip =
        evaluation(soliton)
            .at(soliton.state(), new double[][] {{4}, {2}}, List.of("radius", "scalar"));
    assertThat(tip.arrays().get("radius").values()[0])
        .isCloseTo(last(soliton).path("radius").asDouble(), within(1e-9));
    assertThat(tip.arrays().get("scalar").values()[0])
        .isCloseTo(last(soliton).path("R").asDouble(), within(1e-9));
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
              evaluation(second)
                  .at(second.state(), new double[][] {{0.3, 0.4}}, List.of("metric"))
                  .arrays()
                  .get("metric")
                  .values()[0])
          .isCloseTo(
              last(second).path("metric_at_test_points").get(0).get(0).asDouble(), within(1e-13));
    }
  }

  /** A potential trained further begins with the metric that it ended with. */
  @Test
  void aTrainingGoesOnFromParameters() throws IOException {
    FinishedRun first = finished(QUARTIC + "training: {epochs: 3, batch: 50}\n");
    FinishedRun second =
        finished(
            QUARTIC.replace("standard", "standard, parameters: " + first.folder())
                + "training: {epochs: 3, batch: 50}\n");
    JsonNode records =
        JSON.readTree(second.folder().resolve("result.json").toFile()).path("records");
    assertThat(records.get(0).path("sigma").asDouble())
        .isCloseTo(last(first).path("sigma").asDouble(), within(1e-12));
    assertThat(last(second).path("sigma").asDouble())
        .isLessThan(records.get(0).path("sigma").asDouble());
  }

  @Test
  void refusesWhatCannotBeEvaluated() throws IOException {
    FinishedRun run = finished(CHART);
    Evaluation evaluation = evaluation(run);
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
