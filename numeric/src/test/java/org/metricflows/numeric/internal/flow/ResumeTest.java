package org.metricflows.numeric.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run from any checkpoint repeats the uninterrupted one bit by bit. */
class ResumeTest {

  private static final double SPAN = 20;
  private static final double TOLERANCE = 1e-11;

  private static FlowIntegration orbit(Method method) {
    return FlowIntegration.of(
            Flows.kepler(),
            Flows.integrator(method, TOLERANCE, SPAN),
            Schedule.of(SPAN, 0, 0.01, 1, 3, 7.5, 11, 13, 17, 19.999, 20))
        .stoppingWhen(StopCondition.atRest(1e-9));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void everyCheckpointLeadsToTheSameBits(Method method) {
    Flows.Log whole = new Flows.Log();
    FlowResult result = orbit(method).run(whole);
    assertThat(whole.checkpoints).hasSizeGreaterThan(1);
    for (FlowCheckpoint checkpoint : whole.checkpoints) {
      Flows.Log rest = new Flows.Log();
      FlowResult resumed = orbit(method).resume(checkpoint, rest);
      assertThat(resumed.state()).isEqualTo(result.state());
      assertThat(resumed.evaluations()).isEqualTo(result.evaluations());
      assertThat(resumed.steps()).isEqualTo(result.steps());
      assertThat(resumed.outcome()).isEqualTo(result.outcome());
      assertSameRecords(rest.records, tail(whole.records, checkpoint.recorded()));
    }
  }

  /** The step is part of what a checkpoint must keep: another one gives other bits. */
  @Test
  void theStepSizeMatters() {
    Flows.Log whole = new Flows.Log();
    FlowResult result = orbit(Method.DORMAND_PRINCE_853).run(whole);
    FlowCheckpoint kept = whole.checkpoints.get(2);
    FlowCheckpoint other =
        new FlowCheckpoint(
            kept.time(),
            kept.state(),
            kept.step() * (1 + 1e-6),
            kept.recorded(),
            kept.evaluations(),
            kept.steps());
    assertThat(orbit(Method.DORMAND_PRINCE_853).resume(other, new Flows.Log()).state())
        .isNotEqualTo(result.state());
  }

  @Test
  void aStopAfterResumingIsTheSameStop() {
    FlowIntegration integration =
        FlowIntegration.of(
                Flows.kepler(),
                Flows.integrator(Method.DORMAND_PRINCE_853, 1e-10, SPAN),
                Schedule.of(SPAN, 1, 2, 3))
            .stoppingWhen(StopCondition.of("it passed apocentre", (t, y, v) -> 4 - t + y[1]));
    Flows.Log whole = new Flows.Log();
    FlowResult result = integration.run(whole);
    assertThat(result.outcome().status()).isEqualTo("stopped: it passed apocentre");
    for (FlowCheckpoint checkpoint : whole.checkpoints) {
      Flows.Log rest = new Flows.Log();
      assertThat(integration.resume(checkpoint, rest).outcome()).isEqualTo(result.outcome());
      assertSameRecords(rest.records, tail(whole.records, checkpoint.recorded()));
    }
  }

  /** Legs cost less than a tenth in evaluations over one uninterrupted Hipparchus call. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void restartsAreCheap(Method method) {
    Integrator integrator = Flows.integrator(method, TOLERANCE, SPAN);
    Schedule schedule = Schedule.of(SPAN);
    Flow flow = Flows.kepler();
    long[] evaluations = {0};
    OrdinaryDifferentialEquation equation =
        new OrdinaryDifferentialEquation() {
          @Override
          public int getDimension() {
            return flow.dimension();
          }

          @Override
          public double[] computeDerivatives(double t, double[] y) {
            evaluations[0]++;
            double[] yDot = new double[y.length];
            try {
              flow.derivative(t, y, yDot);
            } catch (FlowStopException e) {
              throw new AssertionError(e);
            }
            return yDot;
          }
        };
    new Solvers(integrator, schedule)
        .solver(LegStart.of(0, flow.initialState(), 0))
        .integrate(equation, new ODEState(0, flow.initialState()), SPAN);
    FlowResult inLegs = FlowIntegration.of(flow, integrator, schedule).solve().result();
    assertThat((double) inLegs.evaluations()).isLessThan(1.1 * evaluations[0]);
  }

  @Test
  void foreignCheckpointsAreRefused() {
    FlowCheckpoint foreign = new FlowCheckpoint(1, new double[3], 0.1, 0, 10, 1);
    assertThatThrownBy(() -> orbit(Method.DORMAND_PRINCE_853).resume(foreign, new Flows.Log()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("checkpoint")
        .hasMessageContaining("3 unknowns");
    FlowCheckpoint late = new FlowCheckpoint(21, new double[4], 0.1, 0, 10, 1);
    assertThatThrownBy(() -> orbit(Method.DORMAND_PRINCE_853).resume(late, new Flows.Log()))
        .hasMessageContaining("21");
  }

  private static List<FlowRecord> tail(List<FlowRecord> records, int from) {
    return new ArrayList<>(records.subList(from, records.size()));
  }

  private static void assertSameRecords(List<FlowRecord> actual, List<FlowRecord> expected) {
    assertThat(actual)
        .extracting(FlowRecord::time)
        .containsExactlyElementsOf(expected.stream().map(FlowRecord::time).toList());
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i).state()).isEqualTo(expected.get(i).state());
    }
  }
}
