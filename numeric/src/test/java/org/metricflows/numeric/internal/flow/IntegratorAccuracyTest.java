package org.metricflows.numeric.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders of convergence and exact solutions. */
class IntegratorAccuracyTest {

  /**
   * Two step sizes h and h/2 that are small enough for the leading term and large enough to stay
   * clear of rounding; measured slopes lie within 0.25 of the order for the even spacing used here.
   * Tolerances of 1 make the step bound the step.
   */
  @ParameterizedTest
  @CsvSource({
    "RUNGE_KUTTA, 4, 40",
    "DORMAND_PRINCE_54, 5, 20",
    "DORMAND_PRINCE_853, 8, 8",
  })
  void errorFallsWithTheOrderOfTheMethod(Method method, int order, int steps) {
    double coarse = logisticError(new Integrator(method, 1, 1, 8.0 / steps));
    double fine = logisticError(new Integrator(method, 1, 1, 4.0 / steps));
    assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(order, within(0.4));
  }

  private static double logisticError(Integrator integrator) {
    FlowResult result =
        FlowIntegration.of(Flows.logistic(), integrator, Schedule.of(8)).solve().result();
    return Math.abs(result.state()[0] - Flows.logisticAt(8));
  }

  /**
   * Error per step ~ tolerance and steps ~ tolerance^(−1/order) make the error at a fixed time fall
   * about like the tolerance: over eight decades of tolerance each adaptive method gains at least
   * six in accuracy.
   */
  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"RUNGE_KUTTA"},
      mode = EnumSource.Mode.EXCLUDE)
  void errorFollowsTheTolerance(Method method) {
    double loose = keplerError(Integrator.adaptive(method, 1e-4, 1e-4));
    double tight = keplerError(Integrator.adaptive(method, 1e-12, 1e-12));
    assertThat(Math.log10(loose / tight)).isBetween(6.0, 10.0);
  }

  private static double keplerError(Integrator integrator) {
    FlowResult result =
        FlowIntegration.of(Flows.kepler(), integrator, Schedule.of(6)).solve().result();
    return Flows.distance(Flows.keplerAt(6), result.state());
  }

  /**
   * Decay damps errors, so the sum of local errors, 1e-11 a step over some hundred steps, bounds
   * the result. Runge–Kutta: (5·h)⁴ with h = 3/2000 and rates up to 5.
   */
  @ParameterizedTest
  @EnumSource(Method.class)
  void linearFlowsDecayAsTheirEigenvaluesSay(Method method) {
    Flows.LinearDecay decay = Flows.LinearDecay.random(30, 5);
    double[] times = {0, 0.3, 1, 2.5, 3};
    Trajectory trajectory =
        FlowIntegration.of(decay.flow(), Flows.integrator(method, 1e-11, 3), Schedule.of(3, times))
            .solve();
    assertThat(trajectory.records())
        .extracting(FlowRecord::time)
        .containsExactly(0.0, 0.3, 1.0, 2.5, 3.0);
    assertThat(trajectory.result().outcome()).isEqualTo(new Outcome.Completed(3));
    for (FlowRecord record : trajectory.records()) {
      assertThat(Flows.distance(record.state(), decay.at(record.time()))).isLessThan(1e-9);
    }
  }

  /**
   * A hundred records over some dozen steps (512 and more for the fixed step): the interpolation
   * between steps may cost a factor over the tolerance of 1e-10 that the steps keep, but not 30.
   */
  @ParameterizedTest
  @EnumSource(Method.class)
  void denseOutputIsAsAccurateAsTheSteps(Method method) {
    double[] times = IntStream.rangeClosed(0, 100).mapToDouble(i -> 9.0 * i / 100).toArray();
    Trajectory trajectory =
        FlowIntegration.of(
                Flows.logistic(), Flows.integrator(method, 1e-10, 9), Schedule.of(9, times))
            .solve();
    assertThat(trajectory.records()).hasSize(times.length);
    for (int i = 0; i < times.length; i++) {
      FlowRecord record = trajectory.records().get(i);
      assertThat(record.time()).isEqualTo(times[i]);
      assertThat(record.state()[0]).isCloseTo(Flows.logisticAt(times[i]), within(3e-9));
    }
  }

  /** Recording must not disturb the steps. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void recordsDoNotChangeTheSolution(Method method) {
    Integrator integrator = Flows.integrator(method, 1e-8, 9);
    FlowResult bare =
        FlowIntegration.of(Flows.kepler(), integrator, Schedule.of(9)).solve().result();
    FlowResult recorded =
        FlowIntegration.of(Flows.kepler(), integrator, Schedule.of(9, 0.1, 0.2, 4.4, 9))
            .solve()
            .result();
    assertThat(recorded.state()).isEqualTo(bare.state());
    assertThat(recorded.evaluations()).isEqualTo(bare.evaluations());
  }
}
