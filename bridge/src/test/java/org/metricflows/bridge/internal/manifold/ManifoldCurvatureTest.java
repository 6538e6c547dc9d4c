package org.metricflows.bridge.internal.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.curvature.CurvatureNumbers;
import org.metricflows.bridge.internal.curvature.PointCurvature;
import org.metricflows.bridge.internal.spec.ManifoldSpec;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.submanifold.EmbeddedCharts;

final class ManifoldCurvatureTest {

  private static Spec spec(String manifold, String background) {
    return SpecSource.ofText(
            "manifold: "
                + manifold
                + "\nmetric: {ansatz: conformal, background: "
                + background
                + "}",
            "spec.yaml")
        .read(Purpose.CURVATURE);
  }

  private static PointCurvature curvature(Spec spec, double angle) {
    ManifoldSpec manifold = (ManifoldSpec) spec.space();
    EmbeddedCharts charts = Submanifold.of(manifold).charts();
    return PointCurvature.of(
        manifold.functions(),
        manifold.components(spec.metric().background().components()),
        (field, x) -> charts.at(charts.project(x), angle));
  }

  private static CurvatureNumbers at(Spec spec, double angle, double... x) {
    return curvature(spec, angle).at("point", x);
  }

  /**
   * Ric = (n − 1) g on the unit sphere, Weyl's tensor is 0; rounding of some hundred operations.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void aSphereIsRound(int n) {
    double[] x = new double[n + 1];
    for (int a = 0; a <= n; a++) {
      x[a] = (a + 1) * (a % 2 == 0 ? 1 : -1);
    }
    CurvatureNumbers numbers =
        at(spec("{name: sphere, dimension: " + n + "}", "induced"), 0, unit(x));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double expected = i == j ? n - 1 : 0;
        assertThat(numbers.ricci()[i][j]).isCloseTo(expected, within(1e-13));
      }
    }
    assertThat(numbers.number("weyl_squared")).isCloseTo(0, within(1e-13));
  }

  private static double[] unit(double... x) {
    double length = 0;
    for (double v : x) {
      length = Math.hypot(length, v);
    }
    for (int a = 0; a < x.length; a++) {
      x[a] /= length;
    }
    return x;
  }

  /** K = 1/((abc)² (Σ x²/a⁴)²) of x²/a² + y²/b² + z²/c² = 1, R = 2K. */
  @Test
  void anEllipsoidHasItsGaussCurvature() {
    double[] axes = {1, 1.5, 0.7};
    double[] u = unit(0.3, -0.5, 0.9);
    double[] x = {axes[0] * u[0], axes[1] * u[1], axes[2] * u[2]};
    double sum = 0;
    for (int a = 0; a < 3; a++) {
      sum += x[a] * x[a] / Math.pow(axes[a], 4);
    }
    double volume = axes[0] * axes[1] * axes[2];
    double gauss = 1 / (volume * volume * sum * sum);
    Spec spec = spec("{name: ellipsoid, axes: [1, 1.5, 0.7]}", "induced");
    assertThat(at(spec, 0, x).number("scalar")).isCloseTo(2 * gauss, within(1e-13));
  }

  /** R = 2 cos v / (2 + cos v) of the torus of revolution, whose chart needs the third order. */
  @Test
  void aTorusHasItsGaussCurvature() {
    double v = 2.2;
    double radius = 2 + Math.cos(v);
    double[] x = {radius * Math.cos(0.4), radius * Math.sin(0.4), Math.sin(v)};
    double expected = 2 * Math.cos(v) / radius;
    for (String torus :
        List.of(
            "{name: torus, radii: [2, 1]}",
            "{ambient: [X, Y, Z], equations: [\"(X^2+Y^2+Z^2+3)^2 - 16*(X^2+Y^2)\"]}")) {
      assertThat(at(spec(torus, "induced"), 0, x).number("scalar"))
          .isCloseTo(expected, within(1e-12));
    }
  }

  /** S¹ × S¹ in R⁴ is flat, S² × S¹ in R⁵ has R = 2: two equations each. */
  @Test
  void productsHaveTheCurvatureOfTheirFactors() {
    Spec flat =
        spec("{ambient: [X, Y, Z, W], equations: [\"X^2+Y^2-1\", \"Z^2+W^2-4\"]}", "induced");
    assertThat(at(flat, 0, 0.6, 0.8, 0, 2).number("kretschmann")).isCloseTo(0, within(1e-13));
    Spec product =
        spec(
            "{ambient: [X, Y, Z, U, V], equations: [\"X^2+Y^2+Z^2-1\", \"U^2+V^2-1\"]}", "induced");
    CurvatureNumbers numbers = at(product, 0, 0.6, 0, 0.8, 0, 1);
    assertThat(numbers.number("scalar")).isCloseTo(2, within(1e-13));
    assertThat(numbers.number("ricci_squared")).isCloseTo(2, within(1e-13));
  }

  /** e^{2u} of the round sphere has R = e^{−2u}(2 − 2Δu); with u = X Y /2, Δu = −6u. */
  @Test
  void aConformalFactorChangesTheCurvatureByItsLaplacian() {
    double[] x = unit(0.4, 0.7, -0.2);
    double u = x[0] * x[1] / 2;
    double expected = Math.exp(-2 * u) * (2 + 12 * u);
    Spec spec = spec("{name: sphere}", "\"Exp[X*Y]\"");
    assertThat(at(spec, 0, x).number("scalar")).isCloseTo(expected, within(1e-13));
  }

  /** Scalars do not know the frame, a general form pulled back; components do. */
  @Test
  void scalarsDoNotDependOnTheFrame() {
    Spec spec =
        spec(
            "{name: ellipsoid, axes: [1, 1.2, 0.8, 1.1]}",
            "[[\"1+X1^2\", \"X2*X3/5\", 0, 0], [\"X2*X3/5\", 1, 0, 0], [0, 0, \"2+X4\", 0], [0, 0, 0, 1]]");
    double[] x = {0.5, 0.6, 0.4, 0};
    x[3] = 1.1 * Math.sqrt(1 - 0.25 - 0.25 - 0.25);
    CurvatureNumbers one = at(spec, 0, x);
    CurvatureNumbers other = at(spec, 0.83, x);
    assertThat(Math.abs(other.ricci()[0][0] - one.ricci()[0][0])).isGreaterThan(1e-3);
    for (String scalar : List.of("scalar", "ricci_squared", "kretschmann", "weyl_squared")) {
      assertThat(other.number(scalar)).isCloseTo(one.number(scalar), within(1e-12));
    }
  }
}
