package org.metricflows.bridge.internal.flow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.SpecSource;

/** What a flow on a periodic grid cannot do is said before it starts. */
class BrokenLocalSpecTest {

  private static Arguments broken(String message, String... changes) {
    return Arguments.of(message, changes);
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        broken(
            "chart.periodic: 'y' has no period, but flow.kernel 'local' needs a periodic chart",
            "chart.periodic={x: 2*Pi}",
            "sample={grid: [16, 16], box: {y: [0, 1]}}"),
        broken("sample: must be a grid", "sample={points: [[0, 0]]}"),
        broken("sample: is missing", "sample=null"),
        broken("sample.grid: [4, 4] is too small to de-alias", "sample.grid=[4, 4]"),
        broken(
            "sample.grid: [16, 16] is too small to de-alias metric.background",
            "metric.background=[[\"1+0.3*cos(7*x)\", 0], [0, 1]]"),
        broken("too small to de-alias loss.density", "loss.density=\"2+cos(6*x)\""),
        broken("loss.density: it is -0.5", "loss.density=\"0.5-cos(x)\""),
        broken(
            "flow.bandwidth: must be a number that is not negative, but is '-1'",
            "flow.bandwidth=-1"),
        broken("flow.supermetric: 'dewitt' acts on the metric itself", "metric.ansatz=cholesky"),
        broken(
            "metric.ansatz: 'cholesky' does not carry flow.equation 'ricci'",
            "metric.ansatz=cholesky",
            "flow={equation: ricci, time: 1}"),
        broken(
            "metric.ansatz: 'conformal' does not carry flow.equation 'ricci-deturck'",
            "metric.ansatz=conformal",
            "flow={equation: ricci-deturck, time: 1}"),
        broken(
            "metric.background: the metric is singular",
            "metric.background=[[\"1-cos(x)\", 0], [0, 1]]"),
        broken("observe: 'metric_ntk' needs flow.kernel 'network'", "observe=[metric_ntk]"),
        broken(
            "observe: 'perelman_F' needs the loss perelman",
            "observe=[perelman_F]",
            "loss={name: ricci}"),
        broken(
            "observe: 'loss_rate' needs a loss",
            "observe=[loss_rate]",
            "flow={equation: ricci, time: 1}"),
        broken(
            "observe: 'ricci_distance' compares",
            "observe=[ricci_distance]",
            "flow.supermetric=identity"),
        broken("flow.tau: is missing; 'perelman_W' needs", "observe=[perelman_W]"),
        broken(
            "chart.coordinates: there are 4, but flow.kernel 'local' takes 1 to 3",
            "chart={coordinates: [x, y, z, w], periodic: {x: 1, y: 1, z: 1, w: 1}}",
            "metric.background=[[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]",
            "loss.density=\"1\"",
            "sample.grid=[8, 8, 8, 8]"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefused(String message, String[] changes) {
    SpecSource source =
        SpecSource.ofText(
            """
            chart: {coordinates: [x, y], periodic: {x: 2*Pi, y: 2*Pi}}
            metric: {ansatz: additive, background: [[1, 0], [0, "1+0.1*cos(x)"]]}
            sample: {grid: [16, 16]}
            loss: {name: perelman, density: "1+0.1*cos(x)"}
            flow: {kernel: local, supermetric: dewitt, time: 0.1}
            """,
            "spec.yaml");
    SpecSource changed = Arrays.stream(changes).reduce(source, SpecSource::with, (a, b) -> b);
    assertThatThrownBy(() -> ChartProblem.of(changed.read(Purpose.RUN)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains(message)
        .doesNotContain("\n");
  }
}
