package org.metricflows.bridge.internal.rotational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.metricflows.bridge.internal.rotational.Spheres.last;
import static org.metricflows.bridge.internal.rotational.Spheres.number;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.bridge.internal.run.RunResult;

/** Surfaces of revolution to within a thousandth of the point that they shrink to. */
class ExtinctionTest {

  private static String surface(double third, double fifth) {
    return """
        rotational:
          dimension: 2
          radius: "(sin(x) + %1$s*sin(3*x) + %2$s*sin(5*x))/(1 + 3*%1$s + 5*%2$s)"
          stop_fraction: 0.001
        flow: {time: 1}
        """
        .formatted("(" + third + ")", "(" + fifth + ")");
  }

  /**
   * Area falls at 8π and what is left at a thousandth of the first radius takes some 1e-7: the run
   * ends within 1e-6 of A/8π. An explicit method took 118,000 and 120,000 evaluations to get there.
   */
  @ParameterizedTest
  @CsvSource({"0.766, -0.091, 0.217575330", "0.021, 0.598, 0.138983468"})
  void surfacesVanishWhenTheirAreaSays(double third, double fifth, double exact) {
    RunResult result = Spheres.run(surface(third, fifth));
    assertThat(result.outcome().status()).startsWith("stopped: the sphere collapses");
    assertThat(result.outcome().time()).isCloseTo(exact, within(1e-6));
    double left = number(last(result), "volume") / (8 * Math.PI);
    assertThat(result.outcome().time() + left).isCloseTo(exact, within(5e-9));
    assertThat(result.evaluations()).isLessThan(11_000);
    // and it is round by then
    assertThat(number(last(result), "R_max"))
        .isCloseTo(number(last(result), "R_min"), within(1e-6 * number(last(result), "R_max")));
  }

  /**
   * The same surface at the same time by either method, the implicit one at a tenth of the cost.
   */
  @Test
  void aTenthOfTheEvaluationsDo() {
    String[] shorter = {"rotational.stop_fraction=0.001", "rotational.points=96"};
    RunResult implicit = Spheres.run(surface(0.021, 0.598), shorter);
    RunResult explicit =
        Spheres.run(
            surface(0.021, 0.598), shorter[0], shorter[1], "flow.integrator=dormand-prince-853");
    assertThat(implicit.outcome().time()).isCloseTo(explicit.outcome().time(), within(1e-9));
    assertThat(number(last(implicit), "R_max"))
        .isCloseTo(number(last(explicit), "R_max"), within(1e-5 * number(last(explicit), "R_max")));
    assertThat(10 * implicit.evaluations()).isLessThan(explicit.evaluations());
  }
}
