package org.metricflows.bridge.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.check.CheckReport;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.bridge.internal.run.RunResult;
import org.metricflows.bridge.internal.spec.SpecSource;

/** What stands in a network's place on a chart. */
class ChartRegimeTest {
  private static final double[][] POINTS = {{0.1, 0.2}, {-0.5, 0.4}, {0.6, -0.3}, {-0.2, -0.7}};

  private static final String SPEC =
      """
      chart: {coordinates: [x, y]}
      metric: {background: [["1", "0"], ["0", "1 + x^2/4"]]}
      network: {hidden_layers: [24, 24], activation: tanh, weight_std: 1.5, bias_std: 0.3}
      sample: {points: [[0.1, 0.2], [-0.5, 0.4], [0.6, -0.3], [-0.2, -0.7]]}
      loss: {name: mse, target: [["1 + x^2/2", "x*y/4"], ["x*y/4", "1 + sin(y)/3"]]}
      flow: {time: 0.5, record: [0, 0.1, 0.5]}
      test_points: [[0.3, 0.3]]
      """;

  private static SpecSource source(String... changes) {
    SpecSource source = SpecSource.ofText(SPEC, "spec.yaml");
    for (String change : changes) {
      source = source.with(change);
    }
    return source;
  }

  private static Map<String, Object> last(String... changes) {
    RunResult result = Geometries.run(source(changes), Map.of()).inMemory();
    assertThat(result.outcome().status()).isEqualTo("completed");
    List<Map<String, Object>> records = result.records();
    return records.get(records.size() - 1);
  }

  private static double[] metric(Map<String, Object> record, String at) {
    return ((double[][]) record.get(at))[0];
  }

  /** A regime by its name is the network that is written out as such. */
  @Test
  void theInfiniteRegimeIsTheInfiniteNetwork() {
    assertThat(metric(last("regime=infinite"), "metric_at_test_points"))
        .containsExactly(
            metric(
                last(
                    "network={width: infinite, hidden_layers: 2, activation: tanh, weight_std: 1.5, bias_std: 0.3}"),
                "metric_at_test_points"));
  }

  /** ReLU's kernel does not ask for the network's own activation. */
  @Test
  void theReluRegimeIsTheInfiniteNetworkOfRelu() {
    assertThat(metric(last("regime=relu"), "metric_at_test_points"))
        .containsExactly(
            metric(last("regime=infinite", "network.activation=relu"), "metric_at_test_points"));
  }

  /**
   * At small times a network and its linearisation move alike: they differ by the change of the
   * kernel, O(t²), here less than a hundredth of the motion.
   */
  @Test
  void aNetworkMovesLikeItsLinearisationAtFirst() {
    String[] soon = {"flow={time: 0.002}", "network.parametrization=ntk"};
    double[] start = {1, 0, 1 + 0.1 * 0.1 / 4};
    double[] network = metric(last(soon), "metric_at_points");
    double[] linear = metric(last(soon[0], soon[1], "regime=linearised"), "metric_at_points");
    for (int k = 0; k < 3; k++) {
      double moved = Math.abs(network[k] - start[k]);
      assertThat(linear[k]).isCloseTo(network[k], within(0.01 * moved + 1e-9));
    }
    assertThat(network).isNotEqualTo(linear);
  }

  /** The tangent kernel of the linearised network stays; that of the network does not. */
  @Test
  void theLinearisedKernelIsFrozen() {
    assertThat((double) last("regime=linearised", "observe=[metric_ntk]").get("ntk_drift"))
        .isZero();
    assertThat((double) last("observe=[ntk_drift]").get("ntk_drift")).isPositive();
  }

  /**
   * The optimum of ½·Σ w (f − y)² + λ‖f‖² under a kernel is ridge regression, f = K (K + λ′)⁻¹ y:
   * at the sample to what the iteration leaves, 1e-5 of the size with a tolerance of 1e-12.
   */
  @Test
  void solvingALossOfSquaresIsKernelRidgeRegression() {
    String[] solved = {
      "regime=gaussian",
      "kernel={length: 0.8}",
      "flow=null",
      "network=null",
      "solve={ridge: 0.05, iterations: 50, tolerance: 1e-14}"
    };
    Map<String, Object> end = last(solved);
    assertThat(end).containsKey("iteration");
    double[][] g = (double[][]) end.get("metric_at_points");
    RealMatrix kernel = MatrixUtils.createRealMatrix(4, 4);
    RealVector wanted = MatrixUtils.createRealVector(new double[4]);
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        double dx = POINTS[a][0] - POINTS[b][0];
        double dy = POINTS[a][1] - POINTS[b][1];
        kernel.setEntry(a, b, Math.exp(-(dx * dx + dy * dy) / (2 * 0.64)));
      }
      wanted.setEntry(a, POINTS[a][0] * POINTS[a][1] / 4);
    }
    // off-diagonal component: f = K (K + c)⁻¹ y for one c ≥ 0, which the first point tells
    double c = shift(kernel, wanted, g[0][1]);
    RealVector expected =
        kernel.operate(
            new LUDecomposition(
                    kernel.add(MatrixUtils.createRealIdentityMatrix(4).scalarMultiply(c)))
                .getSolver()
                .solve(wanted));
    assertThat(c).isPositive();
    for (int a = 1; a < 4; a++) {
      assertThat(g[a][1]).isCloseTo(expected.getEntry(a), within(1e-6));
    }
  }

  private static double shift(RealMatrix kernel, RealVector wanted, double value) {
    double low = 1e-9;
    double high = 1e3;
    double atLow = ridge(kernel, wanted, low) - value;
    for (int k = 0; k < 200; k++) {
      double middle = Math.sqrt(low * high);
      double at = ridge(kernel, wanted, middle) - value;
      if (at * atLow > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double ridge(RealMatrix kernel, RealVector wanted, double c) {
    RealMatrix shifted = kernel.add(MatrixUtils.createRealIdentityMatrix(4).scalarMultiply(c));
    return kernel.operate(new LUDecomposition(shifted).getSolver().solve(wanted)).getEntry(0);
  }

  /** With next to no ridge the optimum fits all points, and a flow of any length does no better. */
  @ParameterizedTest
  @ValueSource(strings = {"gaussian", "infinite", "relu", "delta", "linearised"})
  void theOptimumIsWhereTheFlowGoes(String regime) {
    String[] solved = {"flow=null", "regime=" + regime, "solve={ridge: 1e-10}"};
    double optimum = (double) last(solved).get("loss");
    double flow = (double) last("regime=" + regime).get("loss");
    assertThat(optimum).isLessThan(1e-6).isLessThan(flow);
  }

  /** A loss of curvature has an optimum, too: with six jets a point the kernel can be flat. */
  @ParameterizedTest
  @ValueSource(strings = {"gaussian", "infinite", "linearised"})
  void aCurvatureLossIsSolvedFor(String regime) {
    Map<String, Object> end =
        last(
            "flow=null",
            "regime=" + regime,
            "loss={name: ricci}",
            "metric.background=[[\"1+y^2/4\", 0], [0, \"1+x^2/4\"]]",
            "solve={ridge: 1e-8, iterations: 60}");
    assertThat((double) end.get("loss")).isLessThan(1e-4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"linearised", "infinite", "gaussian", "relu", "delta"})
  void evaluatorsAgreeWithIndependentPaths(String regime) {
    CheckReport report = report("regime=" + regime);
    assertThat(report.passed()).as(report.toString()).isTrue();
  }

  /** What is solved for is checked as what it is solved with: its kernel and its descent. */
  @ParameterizedTest
  @ValueSource(strings = {"linearised", "gaussian", "infinite"})
  void whatIsSolvedForIsChecked(String regime) {
    CheckReport report = report("regime=" + regime, "flow=null", "solve={ridge: 1e-6}");
    assertThat(report.passed()).as(report.toString()).isTrue();
  }

  /** With the jets that a loss of curvature takes. */
  @ParameterizedTest
  @ValueSource(strings = {"linearised", "gaussian"})
  void evaluatorsOfJetsAgreeWithIndependentPaths(String regime) {
    CheckReport report = report("regime=" + regime, "loss={name: ricci}");
    assertThat(report.passed()).as(report.toString()).isTrue();
  }

  private static CheckReport report(String... changes) {
    return Geometries.answer(source(changes), "check", Geometry::check).run(progress -> {});
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "regime=delta | loss={name: ricci} | regime: the kernel 'delta' has no derivatives",
        "regime=relu | observe=[R_min] | regime: the kernel 'relu' has no derivatives",
        "regime=gaussian | kernel={length: -1} | kernel.length: must be a positive number, but is '-1'",
        "regime=linearised | network={width: infinite, hidden_layers: 1, activation: erf} | regime: 'linearised' is of a finite",
        "regime=gaussian | solve={ridge: 1} | solve: has no meaning beside 'flow'",
        "regime=gausian | title=x | but is 'gausian'; did you mean 'gaussian'?",
        "regime=gaussian | flow={time: 1, kernel: local} | regime: is of a network, which this flow"
      })
  void whatCannotBeIsRefused(String first, String second, String message) {
    assertThatThrownBy(() -> Geometries.run(source(first, second), Map.of()))
        .hasMessageContaining(message);
  }
}
