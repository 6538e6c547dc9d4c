package org.metricflows.bridge.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cosine features and their kernel agree with what is written a second time; errors are found. */
class FeatureCheckTest {
  private static final String TORUS =
      """
      chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 5}}
      metric:
        ansatz: additive
        background: [["1 + 0.1*cos(x)*cos(2*Pi*y/5)", "0.05*sin(x)"],
                     ["0.05*sin(x)", "1.2 + 0.1*sin(2*Pi*y/5)"]]
      features: {width: infinite, bandwidth: 0.6}
      sample: {grid: [6, 5]}
      loss: {name: perelman, density: "1 + 0.2*cos(x)"}
      flow: {kernel: features, supermetric: dewitt, time: 0.05}
      test_points: [[0.3, 1.7], [4, 3]]
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "features.width=infinite",
        "features.width=30",
        "features.bandwidth=2.5",
        "flow.supermetric=identity",
        "loss={name: ricci}",
        "loss={name: mse, target: [[\"1\", \"0\"], [\"0\", \"2\"]]}",
        "observe=[R_min]"
      })
  void bothWidthsAreRight(String assignment) {
    for (String width : new String[] {"features.width=infinite", "features.width=20"}) {
      CheckReport report = SpecCheck.of(Specs.spec(TORUS, width, assignment)).run(part -> {});
      assertThat(report.failures()).isEmpty();
      assertThat(report.evaluators())
          .extracting(CheckResult::name)
          .contains("loss density", "right-hand side")
          .containsAnyOf("kernel jets", "feature jets")
          .doesNotContain("activation jets");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"conformal", "cholesky"})
  void otherAnsatzesAreRight(String ansatz) {
    CheckReport report =
        SpecCheck.of(Specs.spec(TORUS, "metric.ansatz=" + ansatz, "flow.supermetric=identity"))
            .run(part -> {});
    assertThat(report.failures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"infinite, -1", "infinite, 1.0001", "20, -1", "20, 1.0001"})
  void aWrongRightHandSideIsFound(String width, double factor) {
    SpecCheck right = SpecCheck.of(Specs.spec(TORUS, "features.width=" + width));
    Evaluators evaluators = right.evaluators();
    CheckReport report =
        new SpecCheck(
                right.subject(), evaluators.withFlow(new WrongFlow(evaluators.flow(), factor)))
            .run(part -> {});
    assertThat(report.failures())
        .extracting(CheckResult::name)
        .containsExactly("right-hand side", "right-hand side");
  }
}
