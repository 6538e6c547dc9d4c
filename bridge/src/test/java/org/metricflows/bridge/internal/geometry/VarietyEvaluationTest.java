package org.metricflows.bridge.internal.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
import org.metricflows.bridge.internal.numpy.Tensor;

/** A finished run on a variety, evaluated, is the metric that its records tell. */
class VarietyEvaluationTest {

  private static final String QUARTIC =
      """
      variety: {ambient: [3], equations: ["z0^4+z1^4+z2^4+z3^4"]}
      network: {hidden_layers: [8, 8], activation: gelu, parametrization: standard}
      sample: {count: 300, held_out: 0, seed: 5}
      loss: {name: monge-ampere, power: 2}
      """;

  @TempDir private Path folders;

  private FinishedRun finished(String text) {
    return FinishedRuns.of(folders, text);
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
    Evaluation evaluation = FinishedRuns.evaluation(run);
    Evaluated drawn =
        evaluation.drawn(run.state(), 300, 5, List.of("metric", "q", "relative_eigenvalue"));
    JsonNode record = FinishedRuns.last(run);
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
    Evaluation evaluation = FinishedRuns.evaluation(run);
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
    Evaluation evaluation = FinishedRuns.evaluation(run);
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

  /** A potential trained further begins with the metric that it ended with. */
  @Test
  void aTrainingGoesOnFromParameters() throws IOException {
    FinishedRun first = finished(QUARTIC + "training: {epochs: 3, batch: 50}\n");
    FinishedRun second =
        finished(
            QUARTIC.replace("standard", "standard, parameters: " + first.folder())
                + "training: {epochs: 3, batch: 50}\n");
    JsonNode records = FinishedRuns.records(second);
    assertThat(records.get(0).path("sigma").asDouble())
        .isCloseTo(FinishedRuns.last(first).path("sigma").asDouble(), within(1e-12));
    assertThat(FinishedRuns.last(second).path("sigma").asDouble())
        .isLessThan(records.get(0).path("sigma").asDouble());
  }
}
