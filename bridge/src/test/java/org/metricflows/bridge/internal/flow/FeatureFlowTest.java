package org.metricflows.bridge.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.gradient.OutputFlow;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.internal.evolution.DeTurckField;
import org.metricflows.symbolic.network.ChartAnsatz;

/** The chain from a network of cosine features over its kernel to the local flow. */
class FeatureFlowTest {
  private static final String CHAIN =
      """
      chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 5}}
      metric:
        ansatz: additive
        background: [["1 + 0.1*cos(x)*cos(2*Pi*y/5)", "0.05*sin(x)"],
                     ["0.05*sin(x)", "1.2 + 0.1*sin(2*Pi*y/5)"]]
      features: {width: infinite, bandwidth: 0.6}
      sample: {grid: [20, 20]}
      loss: {name: perelman, density: "1 + 0.2*cos(x)"}
      flow: {kernel: features, supermetric: dewitt, time: 0.05}
      test_points: [[0.3, 1.7], [4, 3]]
      """;

  private static SpecSource source(String... changes) {
    SpecSource source = SpecSource.ofText(CHAIN, "test");
    for (String change : changes) {
      source = source.with(change);
    }
    return source;
  }

  private static Map<String, Object> last(String... changes) {
    Problem flow = ChartProblem.of(source(changes).read(Purpose.RUN));
    List<Map<String, Object>> records = new ArrayList<>();
    for (FlowRecord record : integration(flow).solve().records()) {
      records.add(flow.observations().of(record));
    }
    return records.get(records.size() - 1);
  }

  private static double distance(Map<String, Object> one, Map<String, Object> other) {
    double[][] a = (double[][]) one.get("metric_at_test_points");
    double[][] b = (double[][]) other.get("metric_at_test_points");
    double largest = 0;
    for (int p = 0; p < a.length; p++) {
      for (int c = 0; c < a[p].length; c++) {
        largest = Math.max(largest, Math.abs(a[p][c] - b[p][c]));
      }
    }
    return largest;
  }

  /**
   * Jets and a kernel matrix on one side, Fourier multipliers on the other: the same flow but for
   * what the grid truncates, which falls with the waves that it keeps.
   */
  @ParameterizedTest
  @CsvSource({"dewitt, 1e-8", "identity, 1e-8"})
  void atInfiniteWidthIsTheLocalFlowOfTheSameBandwidth(String supermetric, double tolerance) {
    String metric = "flow.supermetric=" + supermetric;
    Map<String, Object> kernel = last(metric);
    Map<String, Object> local = last(metric, "flow.kernel=local", "flow.bandwidth=0.6");
    assertThat(distance(kernel, local)).isLessThan(tolerance);
    double moved = distance(kernel, last(metric, "flow.time=1e-9"));
    assertThat(moved).isGreaterThan(1e-3);
  }

  /** ∂_t f at the sample points at the start; states are linear in f. */
  private static double[][] velocity(String... changes) throws FlowStopException {
    OutputFlow flow = FlowProblem.of(source(changes).read(Purpose.RUN)).flow();
    double[] y = flow.initialState();
    double[] yDot = new double[y.length];
    flow.derivative(0, y, yDot);
    return flow.sampleJets(yDot, 0);
  }

  private static double squareDistance(double[][] a, double[][] b) {
    double sum = 0;
    for (int c = 0; c < a.length; c++) {
      for (int p = 0; p < a[c].length; p++) {
        sum += Math.pow(a[c][p] - b[c][p], 2);
      }
    }
    return sum;
  }

  /**
   * The velocity is linear in Θ_N, a mean over N features, so that its mean square error is exactly
   * C/N. With 40 seeds the measured one scatters by some 20 % a width: 0.04 in the slope.
   */
  @Test
  void finiteNetworksApproachTheKernelLikeTheRootOfTheirWidth() throws FlowStopException {
    String grid = "sample.grid=[12, 12]";
    double[][] limit = velocity(grid);
    SimpleRegression fit = new SimpleRegression();
    for (int width : new int[] {16, 64, 256}) {
      double square = 0;
      for (int seed = 1; seed <= 40; seed++) {
        String[] changes = {grid, "features.width=" + width, "features.seed=" + seed};
        square += squareDistance(velocity(changes), limit);
      }
      fit.addData(Math.log(width), 0.5 * Math.log(square / 40));
    }
    assertThat(fit.getSlope()).isCloseTo(-0.5, within(0.1));
  }

  /** dL/dt by differences of L along the flow, and −∫∫ δℓ Θ Ω δℓ. */
  @ParameterizedTest
  @ValueSource(strings = {"infinite", "300"})
  void theLossFallsAtTheRateOfItsVariation(String width) {
    Map<String, Object> record =
        last(
            "features.width=" + width,
            "sample.grid=[12, 12]",
            "observe=[loss_rate, gradient_norm_squared]");
    double rate = (Double) record.get("loss_rate");
    assertThat((Double) record.get("gradient_norm_squared"))
        .isCloseTo(-rate, within(1e-7 * Math.abs(rate)));
  }

  /** For g = e^{2φ}δ and a flat background W^k = (2−d) e^{−2φ} ∂_kφ. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void deTurcksFieldOfAConformalMetricIsKnown(int d) {
    Derivation square = new DeTurckField(ChartAnsatz.CONFORMAL, d).square();
    Random random = new Random(d);
    double[][] in = new double[square.inputs().size()][1];
    double slope = 0;
    double phi = 0;
    for (int i = 0; i < in.length; i++) {
      String name = square.inputs().get(i).name().name();
      if (name.startsWith("f")) {
        in[i][0] = random.nextGaussian();
        phi = name.equals("f") ? in[i][0] : phi;
        slope += name.matches("fd\\d") ? in[i][0] * in[i][0] : 0;
      } else if (name.matches("(\\D+)(\\d)\\2")) {
        in[i][0] = 1;
      }
    }
    double expected = (2 - d) * (2 - d) * Math.exp(-2 * phi) * slope;
    assertThat(PointColumns.evaluate(new Compiler(), square, in)[0][0])
        .isCloseTo(expected, within(1e-12 * (1 + expected)));
  }

  /**
   * ∂_t W^k = 2R^ij (Γ − Γ̄)^k_ij by Bianchi, which on a surface is R W^k: Ricci flow from W = 0
   * keeps the identity harmonic. Perelman's flow moves by a diffeomorphism more.
   */
  @Test
  void ricciFlowOfASurfaceKeepsDeTurcksFieldAtZero() {
    String grid = "sample.grid=[24, 24]";
    String observe = "observe=[deturck_field]";
    Map<String, Object> ricci = last(grid, observe, "flow={equation: ricci, time: 0.02}");
    assertThat((Double) ricci.get("deturck_field")).isLessThan(1e-8);
    Map<String, Object> perelman = last(grid, observe, "flow.kernel=local");
    assertThat((Double) perelman.get("deturck_field")).isGreaterThan(1e-3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chart.periodic={x: 2*Pi} | sample={points: [[0, 0]]} | chart.periodic: 'y' has no period",
        "features=null | title=a | features: is missing; 'run' needs it",
        "features.width=0 | title=a | features.width: must be a whole number from 1",
        "features.bandwidth=0 | title=a | features.bandwidth: must be a positive number",
        "features.bandwidth=1e-9 | title=a | features.bandwidth: 1.0E-9 is too small",
        "features.widht=3 | title=a | features.widht: unknown key; did you mean 'width'?",
        "flow.bandwidth=0.1 | title=a | flow.bandwidth: has no meaning without flow.kernel 'local'",
        "flow.kernel=feature | title=a | did you mean 'features'?",
        "metric.ansatz=conformal | title=a | flow.supermetric: 'dewitt' acts on the metric itself",
        "features.width=1000000 | sample.grid=[60, 60] | features.width: 1000000 make a matrix of"
      })
  void badInputIsNamed(String change, String other, String message) {
    assertThatThrownBy(() -> ChartProblem.of(source(change, other).read(Purpose.RUN)))
        .hasMessageContaining(message);
  }

  private static FlowIntegration integration(Problem problem) {
    return (FlowIntegration) problem.evolution();
  }
}
