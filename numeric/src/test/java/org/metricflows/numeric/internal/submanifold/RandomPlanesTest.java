package org.metricflows.numeric.internal.submanifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RandomPlanesTest {

  private static RealPolynomial circle(double square, int a, int b) {
    int[][] exponents = new int[3][4];
    exponents[0][a] = 2;
    exponents[1][b] = 2;
    return new RealPolynomial(4, exponents, new double[] {1, 1, -square});
  }

  private static RealPolynomial sphere(int variables, double square) {
    int[][] exponents = new int[variables + 1][variables];
    double[] coefficients = new double[variables + 1];
    for (int a = 0; a < variables; a++) {
      exponents[a][a] = 2;
      coefficients[a] = 1;
    }
    coefficients[variables] = -square;
    return new RealPolynomial(variables, exponents, coefficients);
  }

  private static void requireVolume(EmbeddedCharts charts, double radius, double volume) {
    RandomPlanes planes = new RandomPlanes(charts, radius);
    RandomPlanes.Met met = planes.meet(20_000, Integer.MAX_VALUE, 7);
    double estimate = met.points().length / (met.planes() * planes.density());
    assertThat(estimate).isCloseTo(volume, within(4 * met.spread() * volume));
    assertThat(met.spread()).isLessThan(0.02);
  }

  /** Spheres of radius 1 in a ball of radius 1.3: 4 standard deviations. */
  @ParameterizedTest
  @CsvSource({"2, 6.283185307", "3, 12.566370614", "4, 19.739208802", "6, 31.006276680"})
  void spheresHaveTheirVolume(int ambient, double volume) {
    requireVolume(new EmbeddedCharts(List.of(sphere(ambient, 1))), 1.3, volume);
  }

  /** S¹ × S¹ of radii 1 and 2 in R⁴, met by planes of two dimensions: area 8π². */
  @Test
  void surfacesOfCodimensionTwoHaveTheirArea() {
    EmbeddedCharts charts = new EmbeddedCharts(List.of(circle(1, 0, 1), circle(4, 2, 3)));
    requireVolume(charts, 2.4, 8 * Math.PI * Math.PI);
  }

  /** A tangent plane's shadow is no longer that of a point: weights would show here. */
  @Test
  void pointsOfAnEllipsoidAreUniformByItsArea() {
    RealPolynomial flat =
        new RealPolynomial(
            3,
            new int[][] {{2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {0, 0, 0}},
            new double[] {1, 1, 9, -1});
    EmbeddedCharts charts = new EmbeddedCharts(List.of(flat));
    RandomPlanes.Met met = new RandomPlanes(charts, 1.1).meet(40_000, Integer.MAX_VALUE, 3);
    PointSet rule = ProductRule.ellipsoid(80, 1, 1, 1.0 / 3);
    double expected = 0;
    for (int p = 0; p < rule.size(); p++) {
      expected += rule.weights()[p] * Math.pow(rule.points()[p][2], 2) / rule.volume();
    }
    double mean = Arrays.stream(met.points()).mapToDouble(x -> x[2] * x[2]).average().orElseThrow();
    assertThat(mean).isCloseTo(expected, within(0.02 * expected)); // 4 standard deviations
  }

  @Test
  void theSameSeedGivesTheSamePoints() {
    EmbeddedCharts charts = new EmbeddedCharts(List.of(sphere(3, 1)));
    double[][] once = new RandomPlanes(charts, 1).meet(100, 10_000, 5).points();
    double[][] again = new RandomPlanes(charts, 1).meet(100, 10_000, 5).points();
    assertThat(again).isDeepEqualTo(once);
    assertThat(new RandomPlanes(charts, 1).meet(100, 10_000, 6).points()[0]).isNotEqualTo(once[0]);
  }
}
