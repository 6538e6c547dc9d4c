package org.metricflows.bridge.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(source(CHART).readRun()).isEqualTo(source(CHART).read(Purpose.RUN));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHART")
  void twoGeometriesAreRefused(Geometry other) {
    assertThatThrownBy(() -> source(CHART + other.label() + ": {}\n").readRun())
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "spec.yaml:7: %s: cannot stand beside 'chart': a spec is about one geometry",
            other.label());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lie_algebra", "rotational", "variety"})
  void commandsAboutChartsRefuseOtherGeometries(String other) {
    assertThatThrownBy(() -> source(other + ": {}").read(Purpose.CHECK))
        .hasMessage("spec.yaml:1: %s: 'check' is only for specs with a 'chart'", other);
  }

  @Test
  void withoutAGeometryTheKindsAreNamed() {
    assertThatThrownBy(() -> source("flow: {time: 1}").readRun())
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "spec.yaml:1: chart: is missing; 'run' needs it, or one of lie_algebra, rotational,"
                + " variety");
  }
}
