package org.metricflows.numeric.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Names, bounds and progress. */
class InputTest {

  @Test
  void methodsGoByName() {
    for (Method method : Method.values()) {
      assertThat(Method.named(method.label())).isEqualTo(method);
    }
    assertRefused(
        () -> Method.named("rungekutta"), "'rungekutta' is not one of dormand-prince-853, ");
  }

  @Test
  void boundsAreChecked() {
    Method method = Method.DORMAND_PRINCE_853;
    assertRefused(() -> Integrator.adaptive(method, 0, 1e-9), "relative_tolerance", "0.0");
    assertRefused(() -> Integrator.adaptive(method, 1e-9, -1), "absolute_tolerance", "-1.0");
    assertRefused(() -> Integrator.adaptive(method, Double.NaN, 1), "relative_tolerance", "NaN");
    assertRefused(() -> Integrator.rungeKutta(-0.1), "step", "-0.1");
    assertRefused(() -> Integrator.adaptive(Method.RUNGE_KUTTA, 1e-3, 1e-3), "step", "needs one");
    assertRefused(() -> Schedule.of(-1), "time", "-1.0");
    assertRefused(() -> Schedule.of(Double.NaN), "time", "NaN");
    assertRefused(() -> Schedule.of(1, 0, 2), "record", "2.0", "[0.0, 1.0]");
    assertRefused(() -> Schedule.of(1, 0.5, 0.25), "record", "0.25 follows 0.5");
    assertRefused(() -> StopCondition.atRest(1), "rest ratio", "1.0");
  }

  @Test
  void noTimeIsNoFlow() {
    Trajectory trajectory =
        FlowIntegration.of(Flows.logistic(), Integrator.rungeKutta(0.1), Schedule.of(0, 0)).solve();
    assertThat(trajectory.result().outcome()).isEqualTo(new Outcome.Completed(0));
    assertThat(trajectory.records()).hasSize(1);
  }

  @Test
  void stepsAreReported() {
    Flows.Log log = new Flows.Log();
    FlowResult result =
        FlowIntegration.of(Flows.logistic(), Integrator.rungeKutta(0.3), Schedule.of(1)).run(log);
    assertThat(result.steps()).isEqualTo(4); // quarters: the longest even steps up to 0.3
    assertThat(log.progress).extracting(FlowProgress::steps).containsExactly(1L, 2L, 3L, 4L);
    assertThat(log.progress.get(1).fraction()).isEqualTo(0.5);
    assertThat(log.progress.get(3).time()).isEqualTo(1);
  }

  private static void assertRefused(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(parts);
  }
}
