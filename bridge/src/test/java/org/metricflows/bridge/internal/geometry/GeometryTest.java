package org.metricflows.bridge.internal.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;

/** The one section that states a spec's geometry says how the rest is read. */
class GeometryTest {
  private static final String CHART =
      """
      chart: {coordinates: [x]}
      metric: {background: [["1"]]}
      network: {hidden_layers: [2], activation: erf}
      sample: {points: [[0]]}
      loss: {name: mse, target: [["1"]]}
      flow: {time: 1}
      """;

  private static SpecSource source(String text) {
    return SpecSource.ofText(text, "spec.yaml");
  }

  @Test
  void aChartIsReadToTheSameSpecEitherWay() {
    assertThat(Geometries.read(source(CHART))).isEqualTo(source(CHART).read(Purpose.RUN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lie_algebra", "rotational", "variety"})
  void twoGeometriesAreRefused(String other) {
    assertThatThrownBy(() -> Geometries.read(source(CHART + other + ": {}\n")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spec.yaml:7: %s: cannot stand beside 'chart': a spec is about one geometry", other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lie_algebra", "rotational", "chart"})
  void aCommandThatASpaceDoesNotAnswerNamesThoseThatDo(String other) {
    assertThatThrownBy(() -> Geometries.answer(source(other + ": {}"), "sample", Geometry::sample))
        .hasMessage("spec.yaml:1: %s: 'sample' is only for specs with a 'variety'", other);
  }

  @Test
  void withoutAGeometryTheKindsAreNamed() {
    assertThatThrownBy(() -> Geometries.read(source("flow: {time: 1}")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spec.yaml:1: chart: is missing; 'run' needs it, or one of lie_algebra, rotational,"
                + " manifold, variety");
  }
}
