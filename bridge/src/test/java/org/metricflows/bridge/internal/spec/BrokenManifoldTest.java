package org.metricflows.bridge.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.symbolic.InputException;

final class BrokenManifoldTest {
  private static final String GOOD =
      """
      manifold: {name: sphere, dimension: 2}
      metric: {ansatz: conformal}
      network: {hidden_layers: [4], activation: tanh, seed: 1}
      sample: {degree: 4}
      loss: {name: ricci}
      flow: {time: 0.1}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "manifold={name: spere}; manifold.name; did you mean 'sphere'?",
        "manifold={name: sphere, dimension: 6}; manifold.dimension; from 1 to 5",
        "manifold={name: sphere, axes: [1, 2]}; manifold.axes; has no meaning for the manifold 'sphere'",
        "manifold={name: ellipsoid, axes: [1, -2, 1]}; manifold.axes[1]; a positive number",
        "manifold={name: torus, radii: [1, 2]}; manifold.radii; a tube as wide as its axis",
        "manifold={ambient: [X, Y], equations: ['X', 'Y']}; manifold.equations; leave the dimension 0",
        "manifold={ambient: [X, X], equations: ['X']}; manifold.ambient[1]; coordinates must differ",
        "manifold={ambient: [X, Y, Z], equations: ['X^2+Q']}; manifold.equations[0]; Q",
        "manifold={ambient: [X, Y, Z], equations: ['X^2+Y^2+Z^2-1']}; sample.degree; give 'count'",
        "sample={degree: 4, count: 3}; sample; exactly one of degree, count, points",
        "sample={degree: 4, seed: 3}; sample.seed; has no meaning beside 'degree'",
        "sample={points: [[1, 1, 0]]}; sample.points[0]; does not lie on the manifold",
        "test_points=[[1, 1, 0]]; test_points[0]; a point near is [0.707107, 0.707107, 0.0]",
        "metric.ansatz=cholesky; metric.ansatz; one of additive, conformal",
        "metric.background=[[1, 0], [0, 1]]; metric.background; 3 rows",
        "flow={equation: ricci-deturck, time: 1}; metric.ansatz; does not carry",
        "flow={kernel: local, time: 1}; flow.kernel; flow.kernel 'network'",
        "flow={kernel: features, time: 1}; features; is missing",
        "loss={density: 'g11'}; loss.density; g11",
        "observe=[exact_distance]; observe; on a periodic 'chart'",
        "network.inputs=periodic; network.inputs; a coordinate with a period",
      })
  void whatIsWrongIsSaid(String change, String field, String reason) {
    requireRefused(SpecSource.ofText(GOOD, "spec.yaml").with(change), field, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Sin[X] + Y^2 + Z^2 - 1; must be a polynomial",
        "3; is constant",
        "X^2 + Y^2 - Z^2; not closed",
        "X^2 + Y^2 - 1; not closed",
        "X^2 + Y^2 + Z^2 + 1; no real common zeros",
        "X^4 - X^2 + Y^2 + Z^2; singular point, where their gradients are dependent, at [0.0, 0.0, 0.0]",
      })
  void zeroSetsThatAreNoClosedManifolds(String equation, String reason) {
    String manifold = "manifold={ambient: [X, Y, Z], equations: ['" + equation + "']}";
    SpecSource source =
        SpecSource.ofText(GOOD, "spec.yaml").with(manifold).with("sample={count: 100}");
    requireRefused(source, "manifold.equations", reason);
  }

  /** A sphere and a plane twice, and one that passes by. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "X^2 + Y^2 + Z^2 + W^2 - 1; W^2; do not meet transversally",
        "X^2 + Y^2 + Z^2 + W^2 - 1; W - 2; no real common zeros",
      })
  void equationsThatDoNotMeetTransversally(String one, String other, String reason) {
    String manifold =
        "manifold={ambient: [X, Y, Z, W], equations: ['" + one + "', '" + other + "']}";
    SpecSource source =
        SpecSource.ofText(GOOD, "spec.yaml").with(manifold).with("sample={count: 100}");
    requireRefused(source, "manifold.equations", reason);
  }

  private static void requireRefused(SpecSource source, String field, String reason) {
    Throwable thrown = catchThrowable(() -> Geometries.run(source, Map.of()));
    assertThat(thrown).isInstanceOf(InputException.class);
    assertThat(thrown.getMessage()).contains(reason);
    assertThat(((InputException) thrown).field()).startsWith(field);
  }
}
