package org.metricflows.bridge.internal.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.spec.SpecSource;

/** An odd network cannot learn what is even in the coordinates, and says so; with biases it can. */
class ImmovableTest {

  private static final String BUMP =
      """
      chart: {coordinates: [x, y]}
      metric: {ansatz: conformal, background: [["exp(exp(-x^2-y^2))", "0"], ["0", "exp(exp(-x^2-y^2))"]]}
      network: {width: infinite, hidden_layers: 1, activation: erf, bias_std: 0}
      sample: {grid: [4, 4], box: {x: [-1, 1], y: [-1, 1]}}
      loss: {name: scalar-curvature, target: 0}
      flow: {time: 0.1}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"infinite", "12"})
  void anOddNetworkStandsStillBeforeAnEvenLoss(String width) {
    String odd = BUMP.replace("width: infinite", "width: " + width);
    assertThat(status(odd)).startsWith("stopped: the flow cannot move: the loss is ");
    assertThat(status(odd)).contains("set network.bias_std to 0.5");
    assertThat(status(odd.replace(", bias_std: 0", ""))).isEqualTo("completed");
  }

  /** Of many points it looks at some. In the standard parametrisation biases move from 0. */
  @ParameterizedTest
  @CsvSource({"adam, 4", "lbfgs, 4", "adam, 18"})
  void aTrainingStandsStillToo(String method, int side) {
    String odd =
        BUMP.replace("width: infinite", "width: 12, parametrization: ntk")
            .replace("[4, 4]", "[" + side + ", " + side + "]")
            .replace("flow: {time: 0.1}", "training: {epochs: 1, method: " + method + "}");
    assertThat(status(odd)).startsWith("stopped: the training cannot move: the loss is ");
    assertThat(status(odd)).contains("set network.bias_std to 0.5");
    assertThat(status(odd.replace(", bias_std: 0", ""))).isEqualTo("completed");
    assertThat(status(odd.replace("ntk", "standard"))).isEqualTo("completed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"infinite", "linearised"})
  void aSolveStandsStillToo(String regime) {
    String odd =
        BUMP.replace("flow: {time: 0.1}", "regime: " + regime + "\nsolve: {tolerance: 1e-2}")
            .replace("width: infinite", "parametrization: ntk, width: 12");
    assertThat(status(odd)).startsWith("stopped: the solve cannot move: the loss is ");
    assertThat(status(odd)).contains("set network.bias_std to 0.5");
    assertThat(status(odd.replace(", bias_std: 0", ""))).isEqualTo("completed");
  }

  /** A solve that comes to its last step before its tolerance says so; 0 asks for all steps. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "regime: gaussian",
        "regime: infinite",
      })
  void aSolveThatDoesNotConvergeStops(String regime) {
    String chart = BUMP.replace(", bias_std: 0", "").replace("flow: {time: 0.1}", regime);
    String solve = "\nsolve: {iterations: 1, tolerance: ";
    assertThat(status(chart + solve + "1e-12}"))
        .isEqualTo(
            "stopped: the iteration has not converged: step 1, the last, still gained more than the"
                + " tolerance of 1.0E-12; allow more iterations, or a larger tolerance");
    assertThat(status(chart + solve + "0}")).isEqualTo("completed");
  }

  private static String status(String text) {
    return Geometries.run(SpecSource.ofText(text, "spec.yaml"), Map.of())
        .inMemory()
        .outcome()
        .status();
  }
}
