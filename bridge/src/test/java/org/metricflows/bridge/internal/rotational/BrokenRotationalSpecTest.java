package org.metricflows.bridge.internal.rotational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.spec.RunSpec;
import org.metricflows.bridge.internal.spec.SpecSource;

/** What is no smooth rotationally symmetric sphere is refused in one sentence. */
class BrokenRotationalSpecTest {
  private static final String WHOLE =
      """
      rotational: {dimension: 3, radius: "sin(x)", points: 32}
      flow: {time: 0.1}
      """;

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            "rotational.radius=\"sin(x)*(1-2*sin(x)^2)\"", "rotational.radius: must be positive"),
        Arguments.of(
            "rotational.radius=\"2*sin(x)\"",
            "must be 1 at the first pole, 0.0, or the metric has a cone there, but is 2.0"),
        Arguments.of(
            "rotational.radius=\"sin(x)+sin(2*x)/4-sin(x)/2\"", "must be -1 at the last pole"),
        Arguments.of(
            "rotational.radius=\"1+sin(x)\"", "must be 0 at the first pole, 0.0, but is 1"),
        Arguments.of("rotational.radius=\"x\"", "must be 0 at the last pole"),
        Arguments.of("rotational.radius=\"sin(x)/x\"", "at the first pole, 0.0, but is NaN"),
        Arguments.of(
            "rotational.radius=\"x*(Pi-x)/Pi\"", "rotational.points: 32 do not resolve the radius"),
        Arguments.of(
            "rotational.radius=\"sin(x)*(1-sin(x)^2*cos(40*x)/4)\"",
            "rotational.points: 32 do not resolve the radius"),
        Arguments.of(
            "rotational.radius=\"sin(x)*(1-sin(x)^2*cos(60*x)/4)\"",
            "rotational.points: 32 do not resolve the radius"),
        Arguments.of("rotational.radius=\"sin(z)\"", "spec.yaml|--set rotational.radius"),
        Arguments.of("rotational.radius=null", "rotational.radius: is missing"),
        Arguments.of("rotational.lapse=\"cos(x)\"", "rotational.lapse: must be positive, but is"),
        Arguments.of("rotational.lapse=\"abs(x-1)+1\"", "rotational.lapse: it is not smooth"),
        Arguments.of("rotational.interval=[1, 0]", "rotational.interval: must go upwards"),
        Arguments.of("rotational.interval=[0]", "rotational.interval: must be a list of two"),
        Arguments.of("rotational.interval=[0, \"1/0\"]", "rotational.interval[1]"),
        Arguments.of("rotational.dimension=1", "rotational.dimension: must be a whole number"),
        Arguments.of("rotational.points=8", "rotational.points: must be a whole number from 16"),
        Arguments.of("rotational.stop_fraction=1", "rotational.stop_fraction: must be a number"),
        Arguments.of("rotational.raduis=\"sin(x)\"", "did you mean 'radius'?"),
        Arguments.of(
            "rotational.tip_curvature=1",
            "rotational.tip_curvature: has no meaning beside flow.equation 'ricci'"),
        Arguments.of(
            "flow.equation=steady-soliton", "has no meaning beside flow.equation 'steady-soliton'"),
        Arguments.of("flow.equation=steady-solitn", "did you mean 'steady-soliton'?"),
        Arguments.of("flow.kernel=local", "flow.kernel: unknown key"),
        Arguments.of("flow=null", "flow: is missing"),
        Arguments.of("metric={background: [[1]]}", "metric: unknown key"));
  }

  @Test
  void isWhole() {
    assertThat(Spheres.run(WHOLE).outcome().status()).isEqualTo("completed");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefused(String change, String message) {
    assertThatThrownBy(() -> Spheres.run(WHOLE, change))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(
            e ->
                assertThat(message.split("\\|"))
                    .anySatisfy(part -> assertThat(e.getMessage()).contains(part)));
  }

  @ParameterizedTest
  @MethodSource("readBack")
  void readsBackToAnEqualSpec(String text) {
    RunSpec spec = Geometries.read(SpecSource.ofText(text, "spec.yaml"));
    assertThat(Geometries.read(SpecSource.ofText(spec.toYaml(), "resolved"))).isEqualTo(spec);
  }

  static Stream<String> readBack() {
    return Stream.of(
        WHOLE, "rotational: {dimension: 2}\nflow: {equation: steady-soliton, time: 3}\n");
  }
}
