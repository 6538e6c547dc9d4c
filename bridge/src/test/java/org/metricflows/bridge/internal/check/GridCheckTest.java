package org.metricflows.bridge.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.spec.Spec;

/** Flows on periodic grids agree with formulas written a second time; each error is found. */
class GridCheckTest {
  private static final String SURFACE =
      """
      chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 4}}
      metric:
        ansatz: additive
        background: [["1.3+0.1*sin(x)*cos(Pi*y/2)", "0.06*cos(x-Pi*y/2)"],
                     ["0.06*cos(x-Pi*y/2)", "0.9+0.08*cos(x)"]]
      sample: {grid: [16, 18]}
      loss: {name: perelman, density: "1+0.1*sin(x)+0.15*cos(Pi*y/2)"}
      flow: {kernel: local, supermetric: dewitt, bandwidth: 0.2, time: 1}
      """;

  private static final String SPACE =
      """
      chart: {coordinates: [x, y, z], periodic: {x: 2*Pi, y: 2*Pi, z: 2*Pi}}
      metric:
        ansatz: additive
        background: [["1+0.05*cos(y)", "0.03*sin(z)", "0"],
                     ["0.03*sin(z)", "1.1+0.04*sin(x)", "0.02*cos(x)"],
                     ["0", "0.02*cos(x)", "0.9+0.05*cos(y)"]]
      sample: {grid: [8, 8, 8]}
      loss: {name: perelman, density: "1+0.1*cos(x)"}
      flow: {kernel: local, supermetric: dewitt, time: 1}
      """;

  private static void assertPasses(Spec spec) {
    CheckReport report = GridCheck.of(spec).run(part -> {});
    assertThat(report.failures()).isEmpty();
    assertThat(report.evaluators())
        .extracting(CheckResult::name)
        .containsExactly("grid jets", "velocity", "local kernel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flow={equation: ricci, time: 1}",
        "flow={equation: ricci-deturck, time: 1}",
        "flow={equation: ricci-normalised, time: 1}",
        "flow.supermetric=identity",
        "flow.supermetric=dewitt",
        "loss={name: ricci}",
        "loss={name: einstein, lambda: 0.3}",
        "loss={name: mse, target: [[\"1\", sin(x)/5], [sin(x)/5, \"2\"]]}",
        "loss={density: \"sqrtg*(R^2 + g12^2)\"}"
      })
  void flowsAreRightInTwoAndThreeDimensions(String assignment) {
    assertPasses(Specs.spec(SURFACE, assignment));
    if (!assignment.contains("target")) {
      assertPasses(Specs.spec(SPACE, assignment));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"conformal", "cholesky", "diagonal-exponential"})
  void descentIsRightForEveryAnsatz(String ansatz) {
    String diagonal = "metric.background=[[1.3+0.1*sin(x), \"0\"], [\"0\", 0.9+0.08*cos(x)]]";
    assertPasses(
        Specs.spec(SURFACE, "metric.ansatz=" + ansatz, diagonal, "flow.supermetric=identity"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ricci", "ricci-normalised"})
  void ricciFlowOfConformalSurfacesIsRight(String equation) {
    assertPasses(
        Specs.spec(
            SURFACE, "metric.ansatz=conformal", "flow={equation: " + equation + ", time: 1}"));
  }

  @Test
  void aCircleIsRight() {
    assertPasses(
        Specs.spec(
            """
            chart: {coordinates: [x], periodic: {x: 2*Pi}}
            metric: {background: [["1+0.1*cos(x)"]]}
            sample: {grid: [27]}
            loss: {name: perelman, density: "1"}
            flow: {kernel: local, supermetric: dewitt, bandwidth: 0.1, time: 1}
            """));
  }

  private static UnaryOperator<double[]> scaled(double factor) {
    return values -> Arrays.stream(values).map(v -> factor * v).toArray();
  }

  private static double[][] wrongColumn(double[][] columns, int wrong, double factor) {
    double[][] copy = columns.clone();
    copy[wrong] = scaled(factor).apply(columns[wrong]);
    return copy;
  }

  /** A sign, or a factor that is off by 1e-6; the velocity is before the kernel. */
  @ParameterizedTest
  @CsvSource({
    "flow={equation: ricci; time: 1}, -1",
    "flow={equation: ricci; time: 1}, 1.000001",
    "flow.supermetric=dewitt, 1.000001",
    "flow.supermetric=identity, 1.000001",
    "flow.supermetric=identity, -1",
    "loss={name: ricci}, 1.000001"
  })
  void aWrongVelocityIsFound(String assignment, double factor) {
    GridCheck right = GridCheck.of(Specs.spec(SURFACE, assignment.replace(';', ',')));
    GridPaths paths = GridPaths.of(right.subject().flow());
    CheckReport report =
        new GridCheck(
                right.subject(),
                new GridPaths(
                    paths.jets(),
                    state -> scaled(factor).apply(paths.velocity().at(state)),
                    state -> scaled(factor).apply(paths.rate().at(state))))
            .run(part -> {});
    assertThat(report.failures()).extracting(CheckResult::name).containsExactly("velocity");
  }

  @ParameterizedTest
  @CsvSource({"1, -1", "3, 1.000001", "10, 1.000001"})
  void wrongDerivativesAndAWrongKernelAreFound(int column, double factor) {
    GridCheck right = GridCheck.of(Specs.spec(SURFACE));
    GridPaths paths = GridPaths.of(right.subject().flow());
    CheckReport report =
        new GridCheck(
                right.subject(),
                new GridPaths(
                    state -> wrongColumn(paths.jets().at(state), column, factor),
                    paths.velocity(),
                    state -> scaled(factor).apply(paths.rate().at(state))))
            .run(part -> {});
    assertThat(report.failures())
        .extracting(CheckResult::name)
        .containsExactly("grid jets", "local kernel");
    assertThat(report.failures()).allMatch(result -> !result.worst().isEmpty());
  }
}
