package org.metricflows.bridge.internal.curvature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class RoundingTest {

  private static double removed(DoubleUnaryOperator f, double x) {
    return Rounding.removed(
        f.applyAsDouble(x), Rounding.near(x).mapToDouble(p -> f.applyAsDouble(p[0])).toArray());
  }

  @Test
  void whatHasNoDigitsIsZero() {
    assertThat(removed(Math::sin, Math.PI)).isZero();
    assertThat(removed(x -> Math.pow(Math.sin(x), 2) + Math.pow(Math.cos(x), 2) - 1, 0.3)).isZero();
    assertThat(removed(x -> (x + 1) * (x + 1) - x * x - 2 * x - 1, 0.7)).isZero();
  }

  /** However small. */
  @Test
  void whatHasDigitsStays() {
    assertThat(removed(x -> 1e-300 * x, 3)).isEqualTo(1e-300 * 3);
    assertThat(removed(x -> Math.exp(-500 * x), 1)).isEqualTo(Math.exp(-500));
    assertThat(removed(Math::sin, 3.1415926)).isEqualTo(Math.sin(3.1415926));
    assertThat(removed(x -> 7, 0)).isEqualTo(7);
  }

  /** Flat space in polar coordinates: g and Γ keep their bits, curvature is none. */
  @Test
  void flatSpaceHasNoCurvature() {
    CurvatureReport report =
        CurvatureReportTest.diagonal("r,a", "1 + 0.1*sin(r)^2 + 0.1*cos(r)^2", "1.1*r^2");
    CurvatureNumbers raw = report.at("--at", 1.3, 0.2);
    CurvatureNumbers clean = report.withoutRounding("--at", 1.3, 0.2);
    assertThat(clean.metric()).isDeepEqualTo(raw.metric());
    assertThat(clean.christoffel()[0][1][1]).isEqualTo(raw.christoffel()[0][1][1]);
    assertThat(clean.christoffel()[0][1][1]).isNotZero();
    assertThat(clean.riemann()[0][1][0][1]).isZero();
    for (String name : List.of("scalar", "ricci_squared", "kretschmann")) {
      assertThat(clean.number(name)).as(name).isZero();
    }
  }
}
