package org.metricflows.bridge.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.FlowStopException;

/**
 * Flows on periodic grids against each other, against linear theory and against their functionals.
 */
class LocalFlowTest {
  static final String SURFACE =
      """
      chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 4}}
      metric:
        ansatz: additive
        background: [["1.3+0.1*sin(x)*cos(Pi*y/2)", "0.06*cos(x-Pi*y/2)"],
                     ["0.06*cos(x-Pi*y/2)", "0.9+0.08*cos(x)"]]
      sample: {grid: [30, 32]}
      loss: {name: perelman, density: "1+0.1*sin(x)+0.15*cos(Pi*y/2)"}
      flow: {kernel: local, supermetric: dewitt, time: 0.04, relative_tolerance: 1e-11,
             absolute_tolerance: 1e-13}
      test_points: [[0.3, 1.7]]
      """;

  static final String SPACE =
      """
      chart: {coordinates: [x, y, z], periodic: {x: 2*Pi, y: 2*Pi, z: 2*Pi}}
      metric:
        ansatz: additive
        background: [["1+0.05*cos(y)", "0.03*sin(z)", "0"],
                     ["0.03*sin(z)", "1.1+0.04*sin(x)", "0.02*cos(x)"],
                     ["0", "0.02*cos(x)", "0.9+0.05*cos(y)"]]
      sample: {grid: [16, 16, 16]}
      loss: {name: perelman, density: "1+0.1*cos(x)"}
      flow: {kernel: local, supermetric: dewitt, time: 0.02}
      """;

  private static Problem assemble(String text, String... changes) {
    return ChartProblem.of(source(text, changes).read(Purpose.RUN));
  }

  private static SpecSource source(String text, String... changes) {
    SpecSource source = SpecSource.ofText(text, "test");
    for (String change : changes) {
      source = source.with(change);
    }
    return source;
  }

  private static List<Map<String, Object>> run(String text, String... changes) {
    Problem flow = assemble(text, changes);
    List<Map<String, Object>> records = new ArrayList<>();
    for (FlowRecord record : integration(flow).solve().records()) {
      records.add(flow.observations().of(record));
    }
    return records;
  }

  private static double last(List<Map<String, Object>> records, String key) {
    return (Double) records.get(records.size() - 1).get(key);
  }

  private static final String RICCI =
      "flow={equation: ricci, time: %s, relative_tolerance: 1e-11, absolute_tolerance: 1e-13}";

  private static String ricci(double time) {
    return String.format(java.util.Locale.ROOT, RICCI, time);
  }

  /** Both discretise the same flow; they differ by what the grid truncates. */
  @ParameterizedTest
  @ValueSource(strings = {SURFACE, SPACE})
  void perelmanAndRicciFlowHaveEqualInvariants(String text) {
    double time = text.equals(SPACE) ? 0.02 : 0.04;
    String observe = "observe=[volume, int_R, int_R2]";
    List<Map<String, Object>> perelman = run(text, observe);
    List<Map<String, Object>> ricci = run(text, observe, ricci(time));
    for (String key : List.of("volume", "int_R", "int_R2")) {
      assertThat(last(perelman, key)).as(key).isCloseTo(last(ricci, key), within(1e-9));
    }
    assertThat(Math.abs(last(ricci, "int_R2") - (Double) ricci.get(0).get("int_R2")))
        .isGreaterThan(1e-5);
  }

  @Test
  void pulledBackByTheDiffeomorphismPerelmansFlowIsRicciFlow() {
    List<Map<String, Object>> records =
        run(SURFACE, "observe=[ricci_distance]", "sample.grid=[36, 36]");
    assertThat(last(records, "ricci_distance")).isLessThan(1e-8);
    double[][] start = (double[][]) records.get(0).get("metric_at_points");
    double[][] end = (double[][]) records.get(1).get("metric_at_points");
    assertThat(largestDifference(start, end)).isGreaterThan(1e-3);
  }

  @Test
  void pulledBackSmoothedFlowIsNotRicciFlow() {
    List<Map<String, Object>> records =
        run(SURFACE, "observe=[ricci_distance]", "flow.bandwidth=0.3");
    assertThat(last(records, "ricci_distance")).isGreaterThan(1e-5);
  }

  /** The gauge changes the metric, not the geometry. */
  @Test
  void deTurcksGaugeKeepsInvariants() {
    String observe = "observe=[volume, int_R2]";
    List<Map<String, Object>> plain = run(SPACE, observe, ricci(0.02));
    List<Map<String, Object>> gauged =
        run(SPACE, observe, ricci(0.02).replace("ricci,", "ricci-deturck,"));
    for (String key : List.of("volume", "int_R2")) {
      assertThat(last(gauged, key)).as(key).isCloseTo(last(plain, key), within(1e-9));
    }
    double[][] a = (double[][]) plain.get(plain.size() - 1).get("metric_at_points");
    double[][] b = (double[][]) gauged.get(gauged.size() - 1).get("metric_at_points");
    // by Bianchi's identity W grows from 0 as t²
    assertThat(largestDifference(a, b)).isGreaterThan(3e-9);
  }

  private static double largestDifference(double[][] a, double[][] b) {
    double largest = 0;
    for (int p = 0; p < a.length; p++) {
      for (int c = 0; c < a[p].length; c++) {
        largest = Math.max(largest, Math.abs(a[p][c] - b[p][c]));
      }
    }
    return largest;
  }

  /** On a surface g = u g₀, and the identity of conformal surfaces is harmonic: W = 0. */
  @Test
  void onSurfacesDeTurcksGaugeIsNone() throws FlowStopException {
    double[] plain = speed(integration(assemble(SURFACE, ricci(0.04))).flow());
    double[] gauged =
        speed(
            integration(assemble(SURFACE, ricci(0.04).replace("ricci,", "ricci-deturck,"))).flow());
    assertThat(gauged).containsExactly(plain, within(1e-13));
  }

  @Test
  void normalisedFlowKeepsTheVolume() {
    String observe = "observe=[volume]";
    List<Map<String, Object>> plain = run(SPACE, observe, ricci(0.02));
    List<Map<String, Object>> normalised =
        run(SPACE, observe, ricci(0.02).replace("ricci,", "ricci-normalised,"));
    double start = (Double) normalised.get(0).get("volume");
    assertThat(last(normalised, "volume")).isCloseTo(start, within(1e-9 * start));
    assertThat(Math.abs(last(plain, "volume") - start)).isGreaterThan(1e-4);
  }

  /** In dimension 2 ∂_t g = −R g: the conformal factor alone moves. */
  @Test
  void conformalFormOfRicciFlowIsRicciFlow() {
    List<Map<String, Object>> additive = run(SURFACE, ricci(0.04));
    List<Map<String, Object>> conformal = run(SURFACE, ricci(0.04), "metric.ansatz=conformal");
    double[][] a = (double[][]) additive.get(1).get("metric_at_test_points");
    double[][] b = (double[][]) conformal.get(1).get("metric_at_test_points");
    assertThat(b[0]).containsExactly(a[0], within(1e-9));
  }

  /** Linear theory around the flat torus, up to the square of the perturbation. */
  @ParameterizedTest
  @CsvSource({"1, 0, 0", "2, 1, 0", "3, -2, 0", "1, 2, 0.3", "4, 3, 0.2"})
  void flatTorusAmplifiesLongitudinalAndDampsTransverseModes(int k, int l, double bandwidth)
      throws FlowStopException {
    Flow flow = integration(assemble(flat(24), "flow.bandwidth=" + bandwidth)).flow();
    double square = k * k + l * l;
    double factor = Math.exp(-bandwidth * bandwidth * square / 2);
    assertThat(rate(flow, k, l, new double[] {k * k, k * l, l * l}))
        .isCloseTo(square * factor, within(1e-4));
    assertThat(rate(flow, k, l, new double[] {l * l, -k * l, k * k}))
        .isCloseTo(-square * factor, within(1e-4));
    assertThat(square * factor)
        .isLessThan(bandwidth == 0 ? 1e3 : 2 / (Math.E * bandwidth * bandwidth));
  }

  /** Ricci flow is heat flow up to diffeomorphisms, in DeTurck's gauge it is heat flow. */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, -2"})
  void deTurcksGaugeMakesRicciFlowParabolic(int k, int l) throws FlowStopException {
    double square = k * k + l * l;
    double[] along = {k * k, k * l, l * l};
    double[] across = {l * l, -k * l, k * k};
    Flow plain = integration(assemble(flat(24), "flow={equation: ricci, time: 1}")).flow();
    assertThat(rate(plain, k, l, along)).isCloseTo(0, within(1e-4));
    assertThat(rate(plain, k, l, new double[] {1, 0, 1})).isCloseTo(-square, within(1e-4));
    Flow gauged = integration(assemble(flat(24), "flow={equation: ricci-deturck, time: 1}")).flow();
    assertThat(rate(gauged, k, l, along)).isCloseTo(-square, within(1e-4));
    assertThat(rate(gauged, k, l, across)).isCloseTo(-square, within(1e-4));
  }

  private static String flat(int n) {
    return """
        chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 2*Pi}}
        metric: {ansatz: additive, background: [["1", "0"], ["0", "1"]]}
        loss: {name: perelman, density: "1"}
        flow: {kernel: local, supermetric: dewitt, time: 1}
        """
        + "sample: {grid: ["
        + n
        + ", "
        + n
        + "]}";
  }

  /** ⟨mode, ∂_t mode⟩/⟨mode, mode⟩ of h cos(kx + ly). */
  private static double rate(Flow flow, int k, int l, double[] h) throws FlowStopException {
    int n = 24;
    double[] state = flow.initialState();
    for (int i = 0; i < state.length; i++) {
      int p = i % (n * n);
      double phase = 2 * Math.PI * (k * (p / n) + l * (p % n)) / n;
      state[i] = 1e-7 * h[i / (n * n)] / (k * k + l * l) * Math.cos(phase);
    }
    double[] speed = new double[state.length];
    flow.derivative(0, state, speed);
    double product = 0;
    double norm = 0;
    for (int i = 0; i < state.length; i++) {
      product += state[i] * speed[i];
      norm += state[i] * state[i];
    }
    return product / norm;
  }

  @Test
  void flatTorusStays() throws FlowStopException {
    for (String equation : List.of("ricci", "ricci-deturck", "ricci-normalised")) {
      Flow flow =
          integration(assemble(flat(16), "flow={equation: " + equation + ", time: 1}")).flow();
      double[] speed = new double[flow.dimension()];
      flow.derivative(0, flow.initialState(), speed);
      assertThat(speed).containsOnly(new double[] {0}, within(1e-14));
    }
  }

  /** Integration by parts on the grid is exact; what differs is the aliasing of products. */
  @ParameterizedTest
  @ValueSource(strings = {SURFACE, SPACE})
  void eulerOperatorWithDeWittsSupermetricIsPerelmansFlow(String text) throws FlowStopException {
    String finer = text.equals(SPACE) ? "sample.grid=[20, 20, 20]" : "sample.grid=[40, 40]";
    double[] direct = speed(integration(assemble(text, finer)).flow());
    LocalProblem problem = LocalProblem.of(source(text, finer).read(Purpose.RUN));
    double[] euler = speed(problem.flowByEulerOperator());
    assertThat(euler).containsExactly(direct, within(2e-7));
  }

  private static double[] speed(Flow flow) throws FlowStopException {
    double[] state = flow.initialState();
    double[] speed = new double[state.length];
    flow.derivative(0, state, speed);
    return speed;
  }

  /** Steepest descent: dL/dt = −|gradient|² for the exact gradient of the discrete loss. */
  @ParameterizedTest
  @CsvSource({
    "additive, '{name: perelman, density: 1+0.2*cos(x)}'",
    "additive, '{name: ricci}'",
    "cholesky, '{name: scalar-curvature, target: 0.1*cos(x)}'",
    "conformal, '{name: perelman, density: 1+0.2*cos(x)}'",
    "additive, '{name: mse, target: [[1, 0], [0, 1]]}'",
  })
  void lossFallsAtTheRateOfItsGradient(String ansatz, String loss) {
    Problem flow =
        assemble(
            SURFACE,
            "loss=" + loss,
            "metric.ansatz=" + ansatz,
            "flow={kernel: local, bandwidth: 0.2, time: 1}",
            "observe=[loss_rate, gradient_norm_squared]");
    double[] state = integration(flow).flow().initialState();
    Map<String, Object> record = flow.observations().of(new FlowRecord(0, state));
    double rate = (Double) record.get("loss_rate");
    assertThat(rate).isNegative();
    assertThat((Double) record.get("gradient_norm_squared"))
        .isCloseTo(-rate, within(1e-8 * Math.abs(rate)));
  }

  /** Fourth-order differences of F over records against the observed rate. */
  @ParameterizedTest
  @ValueSource(strings = {"flow.bandwidth=0", "flow.bandwidth=0.3", "flow.supermetric=identity"})
  void observedRateOfPerelmansFunctionalIsItsDerivative(String change) {
    List<Map<String, Object>> records =
        run(
            SURFACE,
            "flow.record=[0.018, 0.019, 0.02, 0.021, 0.022]",
            "observe=[perelman_F, perelman_dF_dt]",
            change);
    double[] f = records.stream().mapToDouble(r -> (Double) r.get("perelman_F")).toArray();
    double slope = (8 * (f[3] - f[1]) - (f[4] - f[0])) / 0.012;
    double rate = (Double) records.get(2).get("perelman_dF_dt");
    assertThat(rate).isPositive().isCloseTo(slope, within(1e-6 * slope));
    assertThat((Double) records.get(2).get("loss")).isCloseTo(-f[2], within(1e-12));
  }

  @Test
  void entropyOfTheFlatTorusIsExactAndGrowsElsewhere() {
    Problem flow =
        assemble(flat(16), "flow.tau=1.5", "observe=[perelman_W, soliton_defect, volume]");
    Map<String, Object> record =
        flow.observations().of(new FlowRecord(0.5, integration(flow).flow().initialState()));
    double area = 4 * Math.PI * Math.PI;
    assertThat((Double) record.get("perelman_W"))
        .isCloseTo(area * (-Math.log(4 * Math.PI) - 2), within(1e-11));
    assertThat((Double) record.get("soliton_defect")).isCloseTo(0, within(1e-7));
    List<Map<String, Object>> curved =
        run(SURFACE, "flow.tau=0.5", "flow.record=[0, 0.02, 0.04]", "observe=[perelman_W]");
    double[] w = curved.stream().mapToDouble(r -> (Double) r.get("perelman_W")).toArray();
    assertThat(w).isSorted();
  }

  @Test
  void gridsRefineToTheSameMetric() {
    String[] changes = {"flow.time=0.02", "flow.bandwidth=0.2"};
    double[][] coarse = testMetric(16, changes);
    double[][] middle = testMetric(24, changes);
    double[][] fine = testMetric(36, changes);
    double first = Math.abs(coarse[0][0] - fine[0][0]);
    double second = Math.abs(middle[0][0] - fine[0][0]);
    assertThat(second).isLessThan(1e-2 * first).isLessThan(1e-8);
  }

  private static double[][] testMetric(int n, String... changes) {
    List<Map<String, Object>> records =
        run(
            SURFACE,
            "sample.grid=[" + n + ", " + n + "]",
            changes[0],
            changes[1],
            "flow.record=[" + changes[0].substring(10) + "]");
    return (double[][]) records.get(records.size() - 1).get("metric_at_test_points");
  }

  @Test
  void oneDimensionalFlowRuns() {
    List<Map<String, Object>> records =
        run(
            """
            chart: {coordinates: [x], periodic: {x: 2*Pi}}
            metric: {ansatz: additive, background: [["1+0.1*cos(x)"]]}
            sample: {grid: [27]}
            loss: {name: perelman, density: "1"}
            flow: {kernel: local, supermetric: dewitt, time: 0.05}
            observe: [perelman_F, volume, ricci_distance]
            """);
    assertThat(last(records, "perelman_F"))
        .isGreaterThan((Double) records.get(0).get("perelman_F"));
    // a circle is flat: its Ricci flow stays, and so does its length
    assertThat(last(records, "volume"))
        .isCloseTo((Double) records.get(0).get("volume"), within(1e-10));
    assertThat(last(records, "ricci_distance")).isLessThan(1e-8);
  }

  @Test
  void bitsAreReproduced() throws FlowStopException {
    double[] state = new Random(2).doubles(3 * 30 * 32, -0.05, 0.05).toArray();
    double[] one = new double[state.length];
    double[] two = new double[state.length];
    integration(assemble(SURFACE)).flow().derivative(0, state, one);
    integration(assemble(SURFACE)).flow().derivative(0, state, two);
    assertThat(two).isEqualTo(one);
  }

  private static FlowIntegration integration(Problem problem) {
    return (FlowIntegration) problem.evolution();
  }
}
