package org.metricflows.bridge.internal.rotational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.metricflows.bridge.internal.rotational.Spheres.column;
import static org.metricflows.bridge.internal.rotational.Spheres.last;
import static org.metricflows.bridge.internal.rotational.Spheres.number;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.run.RunResult;

/** Necks that points move into, to a hundredth of their first radius. */
class AdaptiveGridTest {
  private static final String DUMBBELL =
      """
      rotational: {dimension: 3, radius: "sin(x)*(1 - 4*sin(x)^2/5)", points: 128, grid: adaptive,
        stop_fraction: 0.01}
      flow: {time: 1, record: [0, 0.01, 0.02, 0.024, 0.025, 0.0251, 0.02513]}
      """;

  private static double extra(RunResult result, String name) {
    return ((Number) result.extras().get(name)).doubleValue();
  }

  /**
   * Near the pinch ρ² = 2(n−2)(T − t) up to a factor that tends to 1 as 1/log: what is left of the
   * bending, which narrows the bracket of T to a thousandth of what an even grid can tell.
   */
  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aNeckIsFollowedToAHundredth(int n) {
    RunResult result = Spheres.run(DUMBBELL, "rotational.dimension=" + n, "flow.record=null");
    assertThat(result.outcome().status())
        .isEqualTo("stopped: the neck pinches: its radius has fallen to 0.01 of that at the start");
    Map<String, Object> end = last(result);
    assertThat(number(end, "neck_radius")).isCloseTo(0.002, within(1e-9));
    assertThat(number(end, "resolution")).isLessThan(1e-3);
    double left = extra(result, "pinch_time") - result.outcome().time();
    assertThat(0.002 * 0.002 / (2 * (n - 2) * left)).isBetween(0.9, 1.0);
    assertThat(extra(result, "pinch_time_uncertainty"))
        .isLessThan(5e-6 * extra(result, "pinch_time"));
    assertThat(result.evaluations()).isLessThan(6000);
  }

  /** Bounds that hold at any time hold the time that the last radii give. */
  @Test
  void bracketsCloseInOnOneTime() {
    RunResult result = Spheres.run(DUMBBELL);
    double[] earliest = column(result, "pinch_earliest");
    double[] latest = column(result, "pinch_latest");
    assertThat(earliest).isSorted();
    for (int i = 0; i + 1 < latest.length; i++) {
      assertThat(latest[i + 1]).isLessThanOrEqualTo(latest[i]);
      assertThat(extra(result, "pinch_time")).isBetween(earliest[i], latest[i]);
    }
    assertThat(column(result, "R_max")).isSorted();
  }

  /** Where points are does not matter to what both grids resolve. */
  @Test
  void gridsAgree() {
    String early = "rotational.stop_fraction=0.3";
    String flow = "flow={time: 1, record: [0, 0.01, 0.02], relative_tolerance: 1e-12}";
    RunResult adaptive = Spheres.run(DUMBBELL, early, flow);
    RunResult even = Spheres.run(DUMBBELL, early, flow, "rotational.grid=even");
    assertThat(adaptive.outcome().time())
        .isCloseTo(even.outcome().time(), within(1e-8 * even.outcome().time()));
    for (String name :
        new String[] {"neck_radius", "maximal_radius", "length", "volume", "int_R"}) {
      double[] expected = column(even, name);
      for (int i = 0; i < expected.length; i++) {
        assertThat(column(adaptive, name)[i]).isCloseTo(expected[i], within(1e-7 * expected[i]));
      }
    }
  }

  /** The error of the time at which the neck is at a hundredth falls fast with the points. */
  @Test
  void timesConvergeWithThePoints() {
    double fine = Spheres.run(DUMBBELL, "rotational.points=160").outcome().time();
    double coarse = Spheres.run(DUMBBELL, "rotational.points=80").outcome().time();
    double medium = Spheres.run(DUMBBELL).outcome().time();
    assertThat(Math.abs(medium - fine)).isLessThan(1e-8);
    assertThat(Math.abs(coarse - fine)).isLessThan(1e-6);
  }

  /** A lopsided neck wanders, and points go with it. */
  @Test
  void aNeckThatMovesIsFollowed() {
    String radius = "rotational.radius=\"sin(x)*(1 + sin(x)^2*(%scos(x)/10 - 3/4))\"";
    RunResult left = Spheres.run(DUMBBELL, radius.formatted(""), "flow.record=null");
    RunResult right = Spheres.run(DUMBBELL, radius.formatted("-"), "flow.record=null");
    assertThat(left.outcome().status()).startsWith("stopped: the neck pinches");
    assertThat(right.outcome().time())
        .isCloseTo(left.outcome().time(), within(1e-7 * left.outcome().time()));
  }
}
