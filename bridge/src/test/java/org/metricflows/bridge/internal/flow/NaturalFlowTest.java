package org.metricflows.bridge.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.SpecSource;

/** Networks of finite width that follow a geometric flow, against the flow itself. */
class NaturalFlowTest {

  private static final String TORUS =
      """
      chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 2*Pi}}
      metric:
        ansatz: conformal
        background: [["Exp[0.5*Cos[x]+0.3*Sin[y]]", "0"], ["0", "Exp[0.5*Cos[x]+0.3*Sin[y]]"]]
      network: {hidden_layers: [12, 12], activation: sin}
      sample: {grid: [12, 12]}
      flow: {equation: ricci, descent: natural, time: 0.1, record: [0, 0.05, 0.1]}
      observe: [exact_distance, volume, int_R]
      """;

  private static final String FULL =
      """
      chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 2*Pi}}
      metric:
        ansatz: additive
        background: [["1+0.1*Cos[x]", "0.05*Sin[y]"], ["0.05*Sin[y]", "1.1+0.1*Sin[x]"]]
      network: {hidden_layers: [12, 12], activation: sin, outputs: shared}
      sample: {grid: [12, 12]}
      flow: {equation: ricci-deturck, descent: natural, time: 0.05, record: [0, 0.05]}
      observe: [exact_distance, volume]
      """;

  private static final String PERELMAN =
      FULL.replace("equation: ricci-deturck, ", "")
              .replace("observe: [exact_distance, volume]", "")
              .replace("time: 0.05, record: [0, 0.05]", "time: 0.01, record: [0, 0.01]")
              .replace("[12, 12], act", "[8, 8], act")
          + "loss: {name: perelman, density: \"1\"}\n"
          + "observe: [perelman_F, perelman_dF_dt, loss_rate, gradient_norm_squared]\n";

  private static final String FIT =
      """
      chart: {coordinates: [x, y]}
      metric: {background: [["1 + 0.3*x^2", "0.1*x*y"], ["0.1*x*y", "1 + 0.2*cos(y)"]]}
      network: {hidden_layers: [12, 12], activation: tanh, outputs: shared}
      sample: {grid: [5, 5], box: {x: [-1, 1], y: [-1, 1]}}
      loss: {name: mse, target: [["1", "0"], ["0", "1"]]}
      flow: {descent: natural, supermetric: identity, time: 1, record: [0, 0.5, 1]}
      """;

  private static List<Map<String, Object>> run(String text, String... changes) {
    Spec spec = spec(text, changes);
    return Run.of(ChartProblem.of(spec), spec, Map.of()).inMemory().records();
  }

  private static Spec spec(String text, String... changes) {
    SpecSource source = SpecSource.ofText(text, "test");
    for (String change : changes) {
      source = source.with(change);
    }
    return source.read(Purpose.RUN);
  }

  private static double last(List<Map<String, Object>> records, String key) {
    return (Double) records.get(records.size() - 1).get(key);
  }

  @Test
  void aNetworkFollowsRicciFlow() {
    List<Map<String, Object>> records = run(TORUS);
    // the defect, some 1e-4, integrated over the flow; a network that did not follow has 1
    assertThat(last(records, "exact_distance")).isLessThan(1e-3);
    assertThat(last(records, "projection_defect")).isLessThan(1e-2);
    // area is kept on a torus, and ∫R dA = 0 by Gauss and Bonnet
    double area = (Double) records.get(0).get("volume");
    assertThat(last(records, "volume")).isCloseTo(area, within(1e-3 * area));
    assertThat(last(records, "int_R")).isCloseTo(0, within(1e-3));
  }

  @Test
  void widerNetworksFollowItBetter() {
    double narrow = last(run(TORUS, "network.hidden_layers=[4, 4]"), "exact_distance");
    assertThat(last(run(TORUS), "exact_distance")).isLessThan(narrow / 10);
  }

  @Test
  void fullMetricsFollowDeTurckFlow() {
    assertThat(last(run(FULL), "exact_distance")).isLessThan(5e-3);
  }

  @Test
  void theNormalisedFlowKeepsVolume() {
    List<Map<String, Object>> records =
        run(FULL, "flow.equation=ricci-normalised", "observe=[volume]");
    double volume = (Double) records.get(0).get("volume");
    assertThat(last(records, "volume")).isCloseTo(volume, within(1e-4 * volume));
  }

  @Test
  void perelmansFunctionalGrowsByWhatTheProjectionLeaves() {
    for (Map<String, Object> record : run(PERELMAN)) {
      double rate = (Double) record.get("gradient_norm_squared");
      // −dL/dt = ⟨V, PV⟩ by the gradient and by differences of L along the flow
      assertThat((Double) record.get("loss_rate")).isCloseTo(-rate, within(1e-5 * rate));
      assertThat((Double) record.get("perelman_dF_dt")).isCloseTo(rate, within(1e-12 * rate));
      // what is lost of V is less than all of it
      assertThat((Double) record.get("projection_defect")).isBetween(0.0, 0.9);
    }
  }

  @Test
  void aSquareFallsExponentiallyWhereTheNetworkFollows() {
    List<Map<String, Object>> records = run(FIT);
    // with more parameters than values: L₀ Σ of e^{−2t} (diagonal) and e^{−4t} (off it)
    double first = (Double) records.get(0).get("loss");
    assertThat(last(records, "loss") / first).isBetween(Math.exp(-4), Math.exp(-2) * 1.001);
    assertThat(last(records, "projection_defect")).isLessThan(1e-3);
    assertThat(last(records, "effective_rank")).isBetween(50.0, 75.0);
  }

  @Test
  void theTrainingSampleNeedNotBeAGrid() {
    List<Map<String, Object>> records =
        run(TORUS, "sample={monte_carlo: 150, seed: 3}", "observe=[R_max]");
    assertThat(last(records, "projection_defect")).isLessThan(2e-2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "flow.damping=0 | flow.damping",
        "flow.kernel=local | no meaning beside flow.equation 'ricci'",
        "flow.bandwidth=1 | no meaning beside flow.equation 'ricci'",
        "network.activation=relu | has a kink, but Ricci flow",
        "network={width: infinite, hidden_layers: 2, activation: sin} | must be finite beside",
        "metric.ansatz=cholesky | does not carry flow.equation 'ricci'",
        "observe=[loss_rate] | needs a loss",
        "observe=[ricci_distance] | needs flow.kernel 'local'",
        "flow.descent=steep | natural",
        "regime={name: gaussian, length: 1} | regime",
        "sample={monte_carlo: 50} | must be a grid"
      })
  void whatCannotBeFollowedIsRefused(String change, String message) {
    assertThatThrownBy(() -> ChartProblem.of(spec(TORUS, change))).hasMessageContaining(message);
  }

  @Test
  void lossesOfDerivativesNeedAsManyPointsAsParameters() {
    assertThatThrownBy(() -> ChartProblem.of(spec(PERELMAN, "network.hidden_layers=[40, 40]")))
        .hasMessageContaining("fewer than the network's");
  }
}
