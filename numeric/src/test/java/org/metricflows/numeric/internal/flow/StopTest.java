package org.metricflows.numeric.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way to stop early, with its reason, its time and what was recorded. */
class StopTest {

  private static final Integrator FINE =
      Integrator.adaptive(Method.DORMAND_PRINCE_853, 1e-11, 1e-13);

  /** ẏ = −1: crosses zero at t = 1. The dense output of a straight line is exact. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void aConditionIsLocatedInTime(Method method) {
    Flow falling = Flows.of(new double[] {1}, (t, y, yDot) -> yDot[0] = -1);
    Trajectory trajectory =
        FlowIntegration.of(
                falling, Flows.integrator(method, 1e-10, 3), Schedule.of(3, 0, 0.5, 2, 3))
            .stoppingWhen(StopCondition.of("y is no longer positive", (t, y, yDot) -> y[0]))
            .solve();
    Outcome outcome = trajectory.result().outcome();
    assertThat(outcome.status()).isEqualTo("stopped: y is no longer positive");
    assertThat(outcome.time()).isCloseTo(1, within(1e-11));
    List<FlowRecord> records = trajectory.records();
    assertThat(records).hasSize(3);
    assertThat(records.get(1).time()).isEqualTo(0.5);
    assertThat(records.get(2).time()).isEqualTo(outcome.time());
    assertThat(records.get(2).state()[0]).isCloseTo(0, within(1e-11));
  }

  @Test
  void ofTwoConditionsTheEarlierCounts() {
    FlowIntegration integration =
        FlowIntegration.of(Flows.logistic(), FINE, Schedule.of(20))
            .stoppingWhen(StopCondition.of("nine tenths", (t, y, yDot) -> 0.9 - y[0]))
            .stoppingWhen(StopCondition.of("a half", (t, y, yDot) -> 0.5 - y[0]));
    Outcome outcome = integration.solve().result().outcome();
    assertThat(outcome.status()).isEqualTo("stopped: a half");
    assertThat(outcome.time()).isCloseTo(Math.log(9), within(1e-9)); // 9 e^{−t} = 1
  }

  @Test
  void aConditionTrueAtTheStartStopsThere() {
    Trajectory trajectory =
        FlowIntegration.of(Flows.logistic(), FINE, Schedule.of(20, 0, 1))
            .stoppingWhen(StopCondition.of("too small", (t, y, yDot) -> y[0] - 0.5))
            .solve();
    assertThat(trajectory.result().outcome()).isEqualTo(new Outcome.Stopped(0, "too small"));
    assertThat(trajectory.records()).hasSize(1);
  }

  /** |ẏ| = e^{−t}, so rest at a ratio r is reached at t = −ln r. */
  @Test
  void restIsAFractionOfTheStartingSpeed() {
    Flow decay = Flows.of(new double[] {3}, (t, y, yDot) -> yDot[0] = -y[0]);
    Outcome outcome =
        FlowIntegration.of(
                decay, Integrator.adaptive(Method.DORMAND_PRINCE_54, 1e-10, 1e-14), Schedule.of(50))
            .stoppingWhen(StopCondition.atRest(1e-4))
            .solve()
            .result()
            .outcome();
    assertThat(outcome.status()).startsWith("stopped: flow at rest");
    assertThat(outcome.time()).isCloseTo(-Math.log(1e-4), within(1e-6));
  }

  @Test
  void aFlowMayRestFromTheStart() {
    Flow still = Flows.of(new double[] {3}, (t, y, yDot) -> yDot[0] = 0);
    Outcome outcome =
        FlowIntegration.of(still, FINE, Schedule.of(50))
            .stoppingWhen(StopCondition.atRest(0))
            .solve()
            .result()
            .outcome();
    assertThat(outcome).isEqualTo(new Outcome.Stopped(0, "flow at rest from the start"));
  }

  /**
   * ẏ = y², y(0) = 1 has y = 1/(1 − t): no step can pass t = 1. Errors near the pole shift it by
   * some hundred tolerances, and Adams–Moulton, whose steps shrink slowly, gives up before.
   */
  @ParameterizedTest
  @CsvSource({
    "DORMAND_PRINCE_853, 1e-8",
    "DORMAND_PRINCE_54, 1e-8",
    "GRAGG_BULIRSCH_STOER, 1e-8",
    "ADAMS_MOULTON, 1e-5"
  })
  void aSolutionThatRunsAwayStopsByUnderflow(Method method, double accuracy) {
    Outcome outcome = blowUp(Flows.integrator(method, 1e-10, 2));
    assertThat(outcome.status()).startsWith("stopped: step size underflow");
    assertThat(outcome.time()).isCloseTo(1, within(accuracy));
  }

  /** A fixed step of 1/1000 jumps over the pole, overflows there and stops a few steps later. */
  @Test
  void aFixedStepThatRunsAwayOverflows() {
    Outcome outcome = blowUp(Integrator.rungeKutta(1e-3));
    assertThat(outcome.status()).endsWith("is not finite");
    assertThat(outcome.time()).isCloseTo(1, within(5e-3));
  }

  private static Outcome blowUp(Integrator integrator) {
    Flow flow = Flows.of(new double[] {1}, (t, y, yDot) -> yDot[0] = y[0] * y[0]);
    return FlowIntegration.of(flow, integrator, Schedule.of(2)).solve().result().outcome();
  }

  /** ẏ = −y, defined up to t = 1 only; halving finds the edge in some forty trials. */
  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"RUNGE_KUTTA"},
      mode = EnumSource.Mode.EXCLUDE)
  void theEdgeOfWhereAFlowIsDefinedIsFound(Method method) {
    Flow sinking =
        Flows.of(
            new double[] {1},
            (t, y, yDot) -> {
              if (t > 1) {
                throw new FlowStopException("metric is not positive definite at point 3");
              }
              yDot[0] = -y[0];
            });
    Trajectory trajectory =
        FlowIntegration.of(sinking, Flows.integrator(method, 1e-10, 2), Schedule.of(2, 0.9, 1.1))
            .solve();
    Outcome outcome = trajectory.result().outcome();
    assertThat(outcome.status()).isEqualTo("stopped: metric is not positive definite at point 3");
    assertThat(outcome.time()).isBetween(1 - 1e-12, 1.0);
    assertThat(trajectory.records()).hasSize(2);
    assertThat(trajectory.result().state()[0]).isCloseTo(Math.exp(-1), within(1e-8));
    assertThat(trajectory.result().evaluations()).isLessThan(3000);
  }

  @Test
  void aFixedStepStopsWhereTheFailingStepBegan() {
    Flow sinking = Flows.of(new double[] {1}, (t, y, yDot) -> yDot[0] = t > 1 ? Double.NaN : -y[0]);
    FlowResult result =
        FlowIntegration.of(sinking, Integrator.rungeKutta(0.1), Schedule.of(2)).solve().result();
    assertThat(result.outcome().status()).isEqualTo("stopped: the right-hand side is not finite");
    assertThat(result.outcome().time()).isBetween(0.9 - 1e-12, 1.0);
  }

  /**
   * A trial step may overshoot into a place where the flow is not defined although the solution
   * never goes there: loose tolerances on a stiff approach to y ≈ 0.97 throw trials below zero.
   */
  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"RUNGE_KUTTA"},
      mode = EnumSource.Mode.EXCLUDE)
  void aTrialStepThatGoesTooFarIsShortened(Method method) {
    Flow guarded =
        Flows.of(
            new double[] {1},
            (t, y, yDot) -> {
              if (y[0] < 0.01) {
                throw new FlowStopException("y is below 0.01");
              }
              yDot[0] = 20 * (1 / y[0] - y[0] * y[0]) - 2;
            });
    FlowResult result =
        FlowIntegration.of(guarded, Integrator.adaptive(method, 1e-2, 1e-2), Schedule.of(10))
            .solve()
            .result();
    assertThat(result.outcome()).isEqualTo(new Outcome.Completed(10));
    double y = result.state()[0]; // at rest where 20(1/y − y²) = 2
    assertThat(20 * (1 / y - y * y)).isCloseTo(2, within(0.5));
  }

  @Test
  void anUndefinedStartStopsAtOnce() {
    Flow never = Flows.of(new double[] {1}, (t, y, yDot) -> yDot[0] = Double.POSITIVE_INFINITY);
    for (FlowIntegration integration :
        List.of(
            FlowIntegration.of(never, FINE, Schedule.of(2)),
            FlowIntegration.of(never, FINE, Schedule.of(2))
                .stoppingWhen(StopCondition.atRest(0.1)))) {
      assertThat(integration.solve().result().outcome())
          .isEqualTo(new Outcome.Stopped(0, "the right-hand side is not finite"));
    }
  }
}
