package org.metricflows.bridge.internal.rotational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.metricflows.bridge.internal.rotational.Spheres.column;
import static org.metricflows.bridge.internal.rotational.Spheres.last;
import static org.metricflows.bridge.internal.rotational.Spheres.number;

import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.run.RunResult;

/** Ricci flow of spheres against solutions in closed form and exact laws. */
class ExactSphereTest {
  private static final String ROUND =
      """
      rotational: {radius: "sin(x)", points: 24}
      flow: {time: 0.1, record: [0, 0.04, 0.1], relative_tolerance: 1e-12}
      """;

  /** r² = 1 − 2(n−1)t; error 1e-11 of the integrator at 1e-12. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void roundSpheresShrink(int n) {
    RunResult result = Spheres.run(ROUND, "rotational.dimension=" + n);
    for (Map<String, Object> record : result.records()) {
      double r = Math.sqrt(1 - 2 * (n - 1) * number(record, "t"));
      assertThat(number(record, "maximal_radius")).isCloseTo(r, within(1e-11));
      assertThat(number(record, "length")).isCloseTo(Math.PI * r, within(1e-11));
      double scalar = n * (n - 1) / (r * r);
      assertThat(number(record, "R_min")).isCloseTo(scalar, within(1e-9 * scalar));
      assertThat(number(record, "R_max")).isCloseTo(scalar, within(1e-9 * scalar));
      assertThat(record).doesNotContainKeys("neck_radius", "pinch_earliest");
    }
  }

  /** 2π^{(n+1)/2}/Γ((n+1)/2). */
  @ParameterizedTest
  @CsvSource({
    "2, 12.566370614359172",
    "3, 19.739208802178716",
    "4, 26.318945069571623",
    "5, 31.006276680299816",
    "8, 29.686580124648356"
  })
  void unitSpheresHaveTheirVolume(int n, double volume) {
    Map<String, Object> start =
        Spheres.run(ROUND, "rotational.dimension=" + n, "flow={time: 0.001}").records().get(0);
    assertThat(number(start, "volume")).isCloseTo(volume, within(1e-12 * volume));
    assertThat(number(start, "int_R")).isCloseTo(n * (n - 1) * volume, within(1e-9 * volume));
  }

  /** The same sphere of radius 2 in other coordinates, one not even about its ends. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{radius: \"2*sin(x)\", lapse: 2}",
        "{coordinate: r, interval: [-1, 3], radius: \"2*sin(Pi*(r+1)/4)\", lapse: \"Pi/2\"}",
        "{radius: \"2*sin(x+sin(2*x)/4)\", lapse: \"2+cos(2*x)\"}",
        "{interval: [0, \"Sqrt(1+2*Pi)-1\"], radius: \"2*sin(y+y^2/2)\", lapse: \"2+2*y\", coordinate: y}"
      })
  void coordinatesDoNotMatter(String section) {
    Map<String, Object> record =
        last(Spheres.run(ROUND, "rotational=" + section, "flow={time: 0.5}"));
    assertThat(number(record, "maximal_radius")).isCloseTo(Math.sqrt(2), within(1e-9));
    assertThat(number(record, "R_max")).isCloseTo(3, within(1e-8));
    assertThat(number(record, "R_min")).isCloseTo(3, within(1e-8));
  }

  @Test
  void aRoundSphereCollapsesInFiniteTime() {
    RunResult result = Spheres.run(ROUND, "flow={time: 1}", "rotational.stop_fraction=0.01");
    assertThat(result.outcome().status())
        .isEqualTo(
            "stopped: the sphere collapses: its largest radius has fallen to 0.01 of that at the"
                + " start");
    // r² = 1 − 4t = 1e-4
    assertThat(result.outcome().time()).isCloseTo(0.25 * (1 - 1e-4), within(1e-9));
    assertThat(number(last(result), "maximal_radius")).isCloseTo(0.01, within(1e-8));
  }

  private static final String SAUSAGE =
      """
      rotational:
        dimension: 2
        radius: "sin(x)*sqrt(sinh(2)/(1 + cos(x)^2 + cosh(2)*sin(x)^2))"
        lapse: "sqrt(sinh(2)/(1 + cos(x)^2 + cosh(2)*sin(x)^2))"
        points: 48
      flow: {time: 0.25, record: [0, 0.125, 0.25], relative_tolerance: 1e-12}
      """;

  /** u = sinh(−4t)/(cosh 2s + cosh 4t) from t = −1/2: equator, poles and curvature. */
  private static double sausageError(int points) {
    RunResult result = Spheres.run(SAUSAGE, "rotational.points=" + points);
    double error = 0;
    for (Map<String, Object> record : result.records()) {
      double t = number(record, "t") - 0.5;
      double atPole = 4 / Math.tanh(-4 * t);
      double atEquator = 4 / Math.sinh(-4 * t);
      error =
          Math.max(
              error, Math.abs(number(record, "maximal_radius") - Math.sqrt(Math.tanh(-2 * t))));
      error = Math.max(error, Math.abs(number(record, "R_max") - atPole) / atPole);
      error = Math.max(error, Math.abs(number(record, "R_min") - atEquator) / atEquator);
    }
    return error;
  }

  @Test
  void theSausageConvergesExponentially() {
    double coarse = sausageError(16);
    double medium = sausageError(24);
    double fine = sausageError(32);
    assertThat(coarse).isBetween(1e-6, 1e-3);
    assertThat(medium).isLessThan(coarse / 50);
    assertThat(fine).isLessThan(medium / 10);
    // the floor: rounding of the start, divided by sin³ x at the points next to the poles
    assertThat(sausageError(64)).isLessThan(1e-9);
  }

  /** Gauss and Bonnet: ∫R dA = 8π, so the area falls at 8π, whatever the surface. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void areaFallsAtEightPi(long seed) {
    Random random = new Random(seed);
    String radius =
        String.format(
            Locale.ROOT,
            "sin(x)*(1 + sin(x)^2*(%.3f + %.3f*cos(x) + %.3f*cos(2*x)))",
            random.nextDouble(-0.5, 0.5),
            random.nextDouble(-0.3, 0.3),
            random.nextDouble(-0.3, 0.3));
    RunResult result =
        Spheres.run(
            ROUND,
            "rotational={dimension: 2, points: 64, radius: \"" + radius + "\"}",
            "flow={time: 0.1, record: [0, 0.03, 0.1]}");
    double area = number(result.records().get(0), "volume");
    for (Map<String, Object> record : result.records()) {
      assertThat(number(record, "int_R")).isCloseTo(8 * Math.PI, within(1e-9));
      assertThat(number(record, "volume"))
          .isCloseTo(area - 8 * Math.PI * number(record, "t"), within(1e-9));
    }
    // R_min does not fall on a sphere whose least curvature is any number
    assertThat(column(result, "R_min")).isSorted();
  }
}
