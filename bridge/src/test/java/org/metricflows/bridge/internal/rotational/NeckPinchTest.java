package org.metricflows.bridge.internal.rotational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.metricflows.bridge.internal.rotational.Spheres.column;
import static org.metricflows.bridge.internal.rotational.Spheres.number;

import java.util.List;
import java.util.Map;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.run.RunResult;

/** Dumbbells to the edge of their pinch. */
class NeckPinchTest {
  private static final String DUMBBELL =
      """
      rotational: {dimension: 3, radius: "sin(x)*(1 - 4*sin(x)^2/5)", points: 128, stop_fraction: 0.2}
      flow: {time: 1, record: [0, 0.005, 0.01, 0.015, 0.02]}
      """;

  private static double extra(RunResult result, String name) {
    return ((Number) result.extras().get(name)).doubleValue();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 6})
  void aNeckPinchesAndItsTimeIsBracketedEverMoreNarrowly(int n) {
    RunResult result = Spheres.run(DUMBBELL, "rotational.dimension=" + n, "flow.record=null");
    assertThat(result.outcome().status())
        .isEqualTo("stopped: the neck pinches: its radius has fallen to 0.2 of that at the start");
    double end = result.outcome().time();
    RunResult again =
        Spheres.run(
            DUMBBELL,
            "rotational.dimension=" + n,
            "flow.record=" + List.of(0, end / 3, 2 * end / 3, 0.95 * end));
    double[] earliest = column(again, "pinch_earliest");
    double[] latest = column(again, "pinch_latest");
    assertThat(earliest).isSorted();
    for (int i = 0; i < latest.length; i++) {
      assertThat(latest[i]).isGreaterThan(earliest[earliest.length - 1]);
      assertThat(i == 0 || latest[i] < latest[i - 1]).isTrue();
      // type I: ρ² ≤ 2(n−2)(T−t), as ψψ_ss ≥ 0 at a neck
      double neck = column(again, "neck_radius")[i];
      double left = extra(again, "pinch_time") + extra(again, "pinch_time_uncertainty");
      assertThat(neck * neck).isLessThan(2 * (n - 2) * (left - column(again, "t")[i]));
    }
    assertThat(extra(again, "pinch_time_uncertainty")).isLessThan(0.01 * end);
  }

  /** R_min obeys dR_min/dt ≥ 2R_min²/n, and bounds the time of a singularity by n/(2R_min). */
  @Test
  void scalarCurvatureKeepsItsBounds() {
    RunResult result = Spheres.run(DUMBBELL);
    double start = column(result, "R_min")[0];
    for (Map<String, Object> record : result.records()) {
      double bound = start / (1 - 2 * start * number(record, "t") / 3);
      assertThat(number(record, "R_min")).isGreaterThan(bound * (1 - 1e-9));
    }
    assertThat(extra(result, "pinch_time")).isLessThan(3 / (2 * start));
    assertThat(column(result, "R_max")).isSorted();
  }

  /**
   * The least R lies between the points and does not depend on where they are, up to the rounding
   * of the start, which the two derivatives in R and 1/sin³ x beside the poles magnify.
   */
  @Test
  void extremesBetweenThePointsAreFound() {
    double least = leastScalarAtTheStart(64);
    for (int points : new int[] {65, 80, 96}) {
      assertThat(leastScalarAtTheStart(points)).isCloseTo(least, within(1e-8 * least));
    }
  }

  private static double leastScalarAtTheStart(int points) {
    return column(
        Spheres.run(DUMBBELL, "rotational.points=" + points, "flow={time: 1e-6, record: [0]}"),
        "R_min")[0];
  }

  /** dV/dt = −∫R dV, as Gauss' rule of seven points in time. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void volumeChangesByTotalCurvature(int n) {
    double end = 0.006;
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(7, 0, end);
    StringBuilder times = new StringBuilder("[0");
    for (int i = 0; i < 7; i++) {
      times.append(", ").append(rule.getPoint(i));
    }
    RunResult result =
        Spheres.run(
            DUMBBELL,
            "rotational.dimension=" + n,
            "flow={time: "
                + end
                + ", relative_tolerance: 1e-12, record: "
                + times
                + ", "
                + end
                + "]}");
    double[] total = column(result, "int_R");
    double integral = 0;
    for (int i = 0; i < 7; i++) {
      integral += rule.getWeight(i) * total[i + 1];
    }
    double[] volume = column(result, "volume");
    assertThat(volume[0] - volume[8]).isCloseTo(integral, within(1e-9 * volume[0]));
  }

  /** g ↦ c²g, t ↦ c²t, R ↦ R/c². */
  @Test
  void flowScales() {
    RunResult one = Spheres.run(DUMBBELL, "flow={time: 0.01, relative_tolerance: 1e-12}");
    RunResult three =
        Spheres.run(
            DUMBBELL,
            "rotational.radius=\"3*sin(x)*(1 - 4*sin(x)^2/5)\"",
            "rotational.lapse=3",
            "flow={time: 0.09, relative_tolerance: 1e-12}");
    Map<String, Object> small = Spheres.last(one);
    Map<String, Object> large = Spheres.last(three);
    assertThat(number(large, "neck_radius"))
        .isCloseTo(3 * number(small, "neck_radius"), within(1e-9));
    assertThat(number(large, "R_max")).isCloseTo(number(small, "R_max") / 9, within(1e-7));
    assertThat(number(large, "int_R")).isCloseTo(3 * number(small, "int_R"), within(1e-7));
  }

  /** x ↦ π − x turns a lopsided dumbbell round and changes nothing that is recorded. */
  @Test
  void mirrorImagesFlowAlike() {
    String[] flow = {"flow={time: 0.015, record: [0, 0.005, 0.015]}"};
    String radius = "rotational.radius=\"sin(x)*(1 + sin(x)^2*(%scos(x)/10 - 3/4))\"";
    RunResult left = Spheres.run(DUMBBELL, radius.formatted(""), flow[0]);
    RunResult right = Spheres.run(DUMBBELL, radius.formatted("-"), flow[0]);
    for (String name : new String[] {"neck_radius", "maximal_radius", "length", "R_max", "int_R"}) {
      double[] values = column(left, name);
      for (int i = 0; i < values.length; i++) {
        assertThat(column(right, name)[i]).isCloseTo(values[i], within(1e-8 * values[i]));
      }
    }
    assertThat(column(left, "neck_radius")).hasSize(3);
  }

  /** The grid's error of the time at which the neck is at three tenths falls exponentially. */
  @Test
  void pinchTimeConvergesWithTheGrid() {
    double exact = pinchTime(160);
    double error = 1e-3;
    for (int points : new int[] {48, 64, 80, 96}) {
      double finer = Math.abs(pinchTime(points) - exact) / exact;
      assertThat(finer).isLessThan(error / 5);
      error = finer;
    }
    assertThat(error).isLessThan(2e-7);
  }

  private static double pinchTime(int points) {
    RunResult result =
        Spheres.run(
            DUMBBELL,
            "rotational.points=" + points,
            "rotational.stop_fraction=0.3",
            "flow.relative_tolerance=1e-12");
    assertThat(result.outcome().status()).startsWith("stopped: the neck pinches");
    return result.outcome().time();
  }

  /** A neck that is wide beside its bulges is not pinched: the sphere rounds off first. */
  @ParameterizedTest
  @CsvSource({"3, 0.35", "4, 0.35"})
  void aShallowNeckDisappears(int n, double depth) {
    RunResult result =
        Spheres.run(
            DUMBBELL,
            "rotational.dimension=" + n,
            "rotational.radius=\"sin(x)*(1 - " + depth + "*sin(x)^2)\"",
            "rotational.points=48",
            "rotational.stop_fraction=0.03",
            "flow={time: 1, record: [0]}");
    assertThat(result.outcome().status()).startsWith("stopped: the sphere collapses");
    assertThat(result.records().get(0)).containsKey("neck_radius");
    assertThat(Spheres.last(result)).doesNotContainKey("neck_radius");
    assertThat(result.extras()).isEmpty();
    // it becomes round as it shrinks
    Map<String, Object> end = Spheres.last(result);
    assertThat(number(end, "R_max") / number(end, "R_min")).isLessThan(1.2);
  }

  /** On surfaces ρ² at a neck grows: ψ_t = ψ_ss. */
  @Test
  void surfacesDoNotPinch() {
    RunResult result = Spheres.run(DUMBBELL, "rotational.dimension=2", "flow={time: 0.02}");
    double[] neck = column(result, "neck_radius");
    assertThat(neck[1]).isGreaterThan(neck[0]);
    assertThat(result.extras()).isEmpty();
  }

  @Test
  void aGridThatIsTooCoarseSaysSoAndKeepsWhatItHad() {
    RunResult result =
        Spheres.run(DUMBBELL, "rotational.points=48", "rotational.stop_fraction=0.01");
    assertThat(result.outcome().status())
        .isEqualTo("stopped: the grid no longer resolves the profile; use more rotational.points");
    assertThat(number(Spheres.last(result), "resolution")).isCloseTo(0.01, within(1e-6));
    assertThat(result.records()).hasSizeGreaterThan(3);
  }
}
