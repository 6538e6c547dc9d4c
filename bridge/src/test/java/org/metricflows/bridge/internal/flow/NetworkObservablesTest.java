package org.metricflows.bridge.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.FlowRecord;

/** Curvature integrals and Perelman's functionals of a network's metric, against a local flow's. */
class NetworkObservablesTest {
  private static final String SPEC =
      """
      chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 2*Pi}}
      metric: {ansatz: additive, background: [["1+0.1*cos(x)", 0], [0, "1+0.1*cos(x)*sin(y)"]]}
      network: {hidden_layers: [6], activation: sin, seed: 1}
      sample: {grid: [24, 24]}
      loss: {name: perelman, density: "1+0.2*cos(y)"}
      flow: {time: 2, tau: 3}
      observe: [volume, int_R, int_R2, R_min, R_max, perelman_F, perelman_dF_dt, perelman_W,
                soliton_defect]
      """;

  private static Map<String, Object> start(String... changes) {
    SpecSource source = SpecSource.ofText(SPEC, "test");
    for (String change : changes) {
      source = source.with(change);
    }
    Problem flow = ChartProblem.of(source.read(Purpose.RUN));
    return flow.observations().of(new FlowRecord(0, integration(flow).flow().initialState()));
  }

  /** Both start at the background; the network takes its jets, the grid Fourier's. */
  @Test
  void startIsTheLocalFlows() {
    Map<String, Object> network = start();
    Map<String, Object> local = start("flow.kernel=local");
    for (String key : network.keySet()) {
      if (network.get(key) instanceof Double value && !key.equals("perelman_dF_dt")) {
        assertThat(value).as(key).isCloseTo((Double) local.get(key), within(1e-12));
      }
    }
    assertThat((Double) network.get("perelman_F"))
        .isCloseTo(-(Double) network.get("loss"), within(1e-13));
    assertThat((Double) network.get("perelman_dF_dt")).isPositive();
  }

  /** Weights of given points hold the density; a grid's do not. */
  @Test
  void givenWeightsHoldTheDensity() {
    double m = 1 + 0.2 * Math.cos(0.7);
    Map<String, Object> one =
        start("sample={points: [[0.4, 0.7]], weights: [2]}", "network.seed=1");
    Map<String, Object> half =
        start("sample={points: [[0.4, 0.7]], weights: [1]}", "network.seed=1");
    double root = Math.sqrt((1 + 0.1 * Math.cos(0.4)) * (1 + 0.1 * Math.cos(0.4) * Math.sin(0.7)));
    assertThat((Double) one.get("volume")).isCloseTo(2 / m * root, within(1e-13));
    assertThat((Double) half.get("perelman_F"))
        .isCloseTo((Double) one.get("perelman_F") / 2, within(1e-13));
  }

  private static FlowIntegration integration(Problem problem) {
    return (FlowIntegration) problem.evolution();
  }
}
