package org.metricflows.numeric.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows whose slow motion is wanted while fast ones are at rest. */
class StiffFlowTest {

  private static Trajectory solve(Flow flow, Method method, double tolerance, Schedule schedule) {
    return FlowIntegration.of(
            flow, Integrator.adaptive(method, tolerance, tolerance / 100), schedule)
        .solve();
  }

  /**
   * Robertson's chemical kinetics, rates from 0.04 to 3e7: the values at t = 40 of the test set of
   * Hairer and Wanner, Solving Ordinary Differential Equations II, to the digits they are known.
   */
  @Test
  void robertsonsReactionIsFollowed() {
    Flow reaction =
        Flows.of(
            new double[] {1, 0, 0},
            (t, y, yDot) -> {
              yDot[0] = -0.04 * y[0] + 1e4 * y[1] * y[2];
              yDot[2] = 3e7 * y[1] * y[1];
              yDot[1] = -yDot[0] - yDot[2];
            });
    FlowResult result =
        solve(reaction, Method.BACKWARD_DIFFERENTIATION, 1e-9, Schedule.of(40)).result();
    double[] y = result.state();
    assertThat(y[0]).isCloseTo(0.7158270688, within(1e-8));
    assertThat(y[1]).isCloseTo(0.9185534765e-5, within(1e-12));
    assertThat(y[2]).isCloseTo(0.2841637457, within(1e-8));
    // every step of a linear method keeps a linear invariant, up to Newton's accuracy
    assertThat(y[0] + y[1] + y[2]).isCloseTo(1, within(1e-10));
    assertThat(result.evaluations()).isLessThan(1500);
  }

  /** ẏ = −λ(y − cos t) − sin t from y = 1: the solution is cos t, however large λ. */
  @ParameterizedTest
  @ValueSource(doubles = {1e2, 1e5, 1e8, 1e12})
  void howStiffDoesNotMatter(double rate) {
    Flow pulled =
        Flows.of(
            new double[] {1}, (t, y, yDot) -> yDot[0] = -rate * (y[0] - Math.cos(t)) - Math.sin(t));
    FlowResult result =
        solve(pulled, Method.BACKWARD_DIFFERENTIATION, 1e-8, Schedule.of(6)).result();
    assertThat(result.state()[0]).isCloseTo(Math.cos(6), within(1e-7));
    assertThat(result.evaluations()).isLessThan(1000);
  }

  /** u_t = u_xx + u(1−u) on n points of a circle, by second differences. */
  private static Flow front(int n) {
    double[] start = new double[n];
    for (int i = 0; i < n; i++) {
      start[i] = 0.5 + 0.4 * Math.cos(2 * Math.PI * i / n);
    }
    double square = Math.pow(n / (2 * Math.PI), 2);
    return Flows.of(
        start,
        (t, u, rate) -> {
          for (int i = 0; i < n; i++) {
            double bend = u[(i + 1) % n] - 2 * u[i] + u[(i + n - 1) % n];
            rate[i] = square * bend + u[i] * (1 - u[i]);
          }
        });
  }

  /** An explicit method's count is the square of the points, once it is they that bound steps. */
  @Test
  void stepsDoNotKnowTheGrid() {
    FlowResult coarse =
        solve(front(32), Method.BACKWARD_DIFFERENTIATION, 1e-7, Schedule.of(8)).result();
    FlowResult fine =
        solve(front(128), Method.BACKWARD_DIFFERENTIATION, 1e-7, Schedule.of(8)).result();
    FlowResult explicit =
        solve(front(128), Method.DORMAND_PRINCE_853, 1e-7, Schedule.of(8)).result();
    assertThat(fine.steps()).isLessThan(coarse.steps() * 5 / 4);
    assertThat(fine.evaluations() * 10).isLessThan(explicit.evaluations());
    assertThat(Flows.distance(fine.state(), explicit.state())).isLessThan(1e-6);
  }

  /** y = √(1 − t) ends where ẏ = −1/(2y) does: trials beyond are shortened, the past is kept. */
  @Test
  void theEdgeIsReachedInFewSteps() {
    Flow shrinking =
        Flows.of(
            new double[] {1},
            (t, y, yDot) -> {
              if (!(y[0] > 0)) {
                throw new FlowStopException("it is gone");
              }
              yDot[0] = -1 / (2 * y[0]);
            });
    FlowResult result =
        solve(shrinking, Method.BACKWARD_DIFFERENTIATION, 1e-8, Schedule.of(2)).result();
    assertThat(result.outcome().status()).startsWith("stopped");
    assertThat(result.outcome().time()).isCloseTo(1, within(1e-6));
    assertThat(result.evaluations()).isLessThan(3000);
  }
}
