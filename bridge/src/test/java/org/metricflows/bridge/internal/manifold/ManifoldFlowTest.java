package org.metricflows.bridge.internal.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.run.RunFolder;
import org.metricflows.bridge.internal.run.RunResult;
import org.metricflows.bridge.internal.spec.SpecSource;

final class ManifoldFlowTest {
  private static final double GAUSS_BONNET = 8 * Math.PI;

  @TempDir private Path folder;

  private RunResult run(String spec) {
    Path path = folder.resolve("run" + Math.abs(spec.hashCode()));
    try (RunFolder runs = RunFolder.create(path, spec, false)) {
      return Geometries.run(SpecSource.ofText(spec, "spec.yaml"), Map.of()).in(runs);
    }
  }

  private static double number(RunResult result, int record, String name) {
    return (Double) result.records().get(record).get(name);
  }

  /**
   * ∫R dA = 4πχ of whatever metric a network makes, additive and conformal: the rule's error is
   * that of functions which a network of some degree twenty is.
   */
  @Test
  void aRandomMetricHasTheSpheresEulerNumber() {
    for (String ansatz : List.of("additive", "conformal")) {
      RunResult result =
          run(
              """
              manifold: {name: ellipsoid, axes: [1, 1.1, 0.9]}
              metric: {ansatz: %s, background: "2 + X*Y"}
              network: {hidden_layers: [6], activation: sin, outputs: shared, centred: false, seed: 4,
                weight_std: 0.4}
              sample: {degree: 60}
              loss: {name: ricci}
              flow: {time: 1e-6, record: [0]}
              observe: [int_R, R_min, R_max]
              """
                  .formatted(ansatz));
      assertThat(number(result, 0, "R_max") - number(result, 0, "R_min")).isGreaterThan(0.5);
      assertThat(number(result, 0, "int_R")).isCloseTo(GAUSS_BONNET, within(1e-9));
    }
  }

  @Test
  void aTorusHasEulerNumberZero() {
    RunResult result =
        run(
            """
            manifold: {name: torus, radii: [2, 1]}
            metric: {background: "4"}
            network: {hidden_layers: [6], activation: sin, outputs: shared, centred: false, seed: 4,
              weight_std: 0.4}
            sample: {degree: 60}
            loss: {name: ricci}
            flow: {time: 1e-6, record: [0]}
            observe: [int_R, volume, R_min, R_max]
            """);
    assertThat(number(result, 0, "R_max") - number(result, 0, "R_min")).isGreaterThan(0.3);
    assertThat(number(result, 0, "int_R")).isCloseTo(0, within(1e-9));
  }

  /** dA/dt = −∫R dA = −8π under Ricci flow, of conformal and of full metrics. */
  @Test
  void aNetworkShrinksASphereAtTheRateOfGaussAndBonnet() {
    for (String model :
        List.of(
            "metric: {ansatz: conformal, background: \"1 + 0.2*X*Y + 0.1*Z\"}\n"
                + "network: {hidden_layers: [12, 12], activation: sin, seed: 1}",
            "metric: {background: \"1 + 0.1*Z\"}\n"
                + "network: {hidden_layers: [10, 10], activation: sin, outputs: shared, seed: 1}")) {
      RunResult result =
          run(
              """
              manifold: {name: sphere, dimension: 2}
              %s
              sample: {degree: 16}
              flow: {equation: ricci, descent: natural, time: 0.1, record: [0, 0.1]}
              observe: [volume, int_R]
              """
                  .formatted(model));
      double rate = (number(result, 1, "volume") - number(result, 0, "volume")) / 0.1;
      assertThat(rate).isCloseTo(-GAUSS_BONNET, within(1e-4 * GAUSS_BONNET));
    }
  }

  /** Ricci flow at fixed volume makes a surface round: R tends to 8π/A. */
  @Test
  void normalisedFlowKeepsTheArea() {
    RunResult result =
        run(
            """
            manifold: {name: ellipsoid, axes: [1, 1, 0.8]}
            metric: {ansatz: conformal}
            network: {hidden_layers: [10, 10], activation: sin, seed: 1}
            sample: {degree: 14}
            flow: {equation: ricci-normalised, descent: natural, time: 1, record: [0, 1]}
            observe: [volume, R_min, R_max]
            """);
    double area = number(result, 0, "volume");
    assertThat(number(result, 1, "volume")).isCloseTo(area, within(1e-4 * area));
    assertThat(number(result, 1, "R_max") - number(result, 1, "R_min"))
        .isLessThan(0.2 * (number(result, 0, "R_max") - number(result, 0, "R_min")));
  }

  /**
   * At infinite width the loss falls, and a Perelman loss's F rises: monotone by the run's checks.
   */
  @Test
  void infiniteWidthAndPerelmansLossRun() {
    RunResult result =
        run(
            """
            manifold: {name: sphere, dimension: 2}
            network: {width: infinite, hidden_layers: 1, activation: erf}
            metric: {background: "1 + 0.2*X*Z"}
            sample: {degree: 5}
            loss: {name: perelman, density: "1 + 0.3*Z"}
            flow: {time: 0.02, record: [0, 0.01, 0.02]}
            observe: [perelman_F, loss_rate]
            """);
    assertThat(number(result, 1, "perelman_F")).isGreaterThan(number(result, 0, "perelman_F"));
    assertThat(number(result, 2, "perelman_F")).isGreaterThan(number(result, 1, "perelman_F"));
  }

  /** The target is a form of R³ pulled back: a network of it reaches a form of degree one. */
  @Test
  void aNetworkLearnsAForm() {
    RunResult result =
        run(
            """
            manifold: {name: sphere, dimension: 2}
            network: {hidden_layers: [12], activation: tanh, outputs: shared, seed: 1}
            sample: {degree: 8}
            loss: {name: mse, target: [["1 + Z/5", 0, 0], [0, 1, "X/10"], [0, "X/10", 1]]}
            training: {method: lbfgs, epochs: 150, record: 150}
            """);
    double first = number(result, 0, "loss");
    assertThat(number(result, result.records().size() - 1, "loss")).isLessThan(1e-4 * first);
  }

  /** The estimate of an area by random lines, and of ∫R over it, within four standard errors. */
  @Test
  void randomPointsIntegrate() {
    RunResult result =
        run(
            """
            manifold: {ambient: [X, Y, Z], equations: ["X^4 + Y^4 + Z^4 - 1"]}
            metric: {ansatz: conformal}
            network: {hidden_layers: [4], activation: tanh, seed: 1}
            sample: {count: 4000, seed: 2}
            loss: {name: ricci}
            flow: {time: 1e-9, record: [0]}
            observe: [int_R, volume]
            """);
    // the deviation of R over the surface is 3 of a mean of 2
    assertThat(number(result, 0, "int_R")).isCloseTo(GAUSS_BONNET, within(0.1 * GAUSS_BONNET));
  }
}
