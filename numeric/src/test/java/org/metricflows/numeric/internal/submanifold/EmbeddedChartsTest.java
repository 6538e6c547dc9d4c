package org.metricflows.numeric.internal.submanifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EmbeddedChartsTest {

  private static RealPolynomial x(int variables, int a) {
    return RealPolynomial.variable(variables, a);
  }

  private static RealPolynomial squares(double constant, double... factors) {
    int n = factors.length;
    RealPolynomial sum = RealPolynomial.constant(n, constant);
    for (int a = 0; a < n; a++) {
      sum = sum.plus(RealPolynomial.constant(n, factors[a]).times(x(n, a)).times(x(n, a)));
    }
    return sum;
  }

  /** (X²+Y²+Z²+3)² − 16(X²+Y²). */
  private static EmbeddedCharts torus() {
    RealPolynomial square = squares(3, 1, 1, 1);
    return new EmbeddedCharts(List.of(square.times(square).plus(squares(0, -16, -16, 0))));
  }

  /** X at u by the Taylor polynomial of the chart. */
  private static double[] at(double[] jet, int ambient, int n, double... u) {
    double[] x = new double[ambient];
    for (int a = 0; a < ambient; a++) {
      int next = a;
      x[a] = jet[next];
      for (int i = 0; i < n; i++) {
        x[a] += jet[next += ambient] * u[i];
      }
      for (int i = 0; i < n; i++) {
        for (int j = i; j < n; j++) {
          x[a] += jet[next += ambient] * u[i] * u[j] / (i == j ? 2 : 1);
        }
      }
      for (int i = 0; i < n; i++) {
        for (int j = i; j < n; j++) {
          for (int k = j; k < n; k++) {
            int same = i == k ? 6 : i == j || j == k ? 2 : 1;
            x[a] += jet[next += ambient] * u[i] * u[j] * u[k] / same;
          }
        }
      }
    }
    return x;
  }

  private static double miss(EmbeddedCharts charts, double[] jet, double h) {
    double[] x = at(jet, charts.ambient(), charts.dimension(), 0.6 * h, 0.8 * h);
    double miss = 0;
    for (RealPolynomial f : charts.equations()) {
      miss = Math.max(miss, Math.abs(f.at(x)));
    }
    return miss;
  }

  /** F(X(u)) = O(u⁴): halving u divides what is missed by 16, give or take the next order. */
  @Test
  void theSeriesSolvesTheEquationsToThirdOrder() {
    double v = 0.7;
    double[] point = {(2 + Math.cos(v)) * 0.6, (2 + Math.cos(v)) * 0.8, Math.sin(v)};
    EmbeddedCharts charts = torus();
    double[] jet = charts.at(point);
    double ratio = miss(charts, jet, 0.02) / miss(charts, jet, 0.01);
    assertThat(ratio).isBetween(14.0, 18.0);
  }

  /** A torus S¹ × S¹ in R⁴, two equations. */
  @Test
  void twoEquationsAreSolvedTogether() {
    EmbeddedCharts charts =
        new EmbeddedCharts(List.of(squares(-1, 1, 1, 0, 0), squares(-4, 0, 0, 1, 1)));
    double[] jet = charts.at(new double[] {0.6, 0.8, 0, 2});
    double ratio = miss(charts, jet, 0.02) / miss(charts, jet, 0.01);
    assertThat(ratio).isBetween(14.0, 18.0);
  }

  /** On the unit sphere X(u) = E u + √(1 − |u|²) x₀: X_ij = −δ_ij x₀ and X_ijk = 0. */
  @Test
  void aSphereIsAGraphOfAKnownSeries() {
    EmbeddedCharts charts = new EmbeddedCharts(List.of(squares(-1, 1, 1, 1)));
    double[] x = {2.0 / 7, 3.0 / 7, 6.0 / 7};
    double[] jet = charts.at(x);
    for (int a = 0; a < 3; a++) {
      assertThat(jet[9 + a]).isCloseTo(-x[a], within(1e-15));
      assertThat(jet[12 + a]).isCloseTo(0, within(1e-15));
      assertThat(jet[15 + a]).isCloseTo(-x[a], within(1e-15));
      for (int k = 0; k < 4; k++) {
        assertThat(jet[18 + 3 * k + a]).isCloseTo(0, within(1e-15));
      }
    }
  }

  @Test
  void pointsNearAreProjectedAndFarOnesToo() {
    EmbeddedCharts charts = new EmbeddedCharts(List.of(squares(-1, 1, 1, 1)));
    double[] on = charts.project(new double[] {0.3, 0, 0.4});
    assertThat(on).containsExactly(new double[] {0.6, 0, 0.8}, within(1e-15));
  }

  /** X⁴ − X² + Y² + Z² = 0, a figure of eight turned around its axis, pinches at the origin. */
  @Test
  void aPinchedPointIsFound() {
    RealPolynomial square = x(3, 0).times(x(3, 0));
    EmbeddedCharts charts =
        new EmbeddedCharts(List.of(square.times(square).plus(squares(0, -1, 1, 1))));
    double radius = new Closedness(charts).radius(1).orElseThrow();
    assertThat(radius).isCloseTo(1, within(2e-3));
    double[][] points = new RandomPlanes(charts, radius).meet(300, 100_000, 1).points();
    double[] singular = new Singularities(charts).near(points, radius).orElseThrow();
    assertThat(singular).containsExactly(new double[3], within(1e-8));
    EmbeddedCharts sphere = new EmbeddedCharts(List.of(squares(-1, 1, 1, 1)));
    double[][] regular = new RandomPlanes(sphere, 1).meet(300, 100_000, 1).points();
    assertThat(new Singularities(sphere).near(regular, 1)).isEmpty();
  }

  /** A hyperboloid and a plane are not closed, an ellipsoid is. */
  @Test
  void whatIsNotClosedHasNoRadius() {
    assertThat(new Closedness(new EmbeddedCharts(List.of(squares(-1, 1, 1, -1)))).radius(1))
        .isEmpty();
    assertThat(new Closedness(new EmbeddedCharts(List.of(x(3, 0).plus(x(3, 1))))).radius(1))
        .isEmpty();
    assertThat(
            new Closedness(new EmbeddedCharts(List.of(squares(-100, 1, 4, 1))))
                .radius(1)
                .orElseThrow())
        .isCloseTo(10, within(0.02));
  }
}
