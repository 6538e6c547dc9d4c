package org.metricflows.numeric.internal.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Integrates a {@link Flow} with records at exact times, stop conditions and checkpoints.
 *
 * <p>Time is covered in legs, each a fresh start of the method from (t, y, step size). A leg is a
 * fixed number of accepted steps, so where legs end depends on the problem alone and a run resumed
 * from any {@link FlowCheckpoint} repeats the uninterrupted run bit by bit.
 *
 * <p>A trial step that runs into a state where the flow is not defined is halved, and steps stay
 * that short until the flow has passed the time of the failure. If it cannot pass, the run stops at
 * the edge: the last good state, within 1024 units in the last place of the end time. With a fixed
 * step it stops where the step began.
 *
 * <p>Instances are immutable; a run keeps its state to itself.
 */
public final class FlowIntegration implements Evolution {

  private final Flow flow;
  private final Integrator integrator;
  private final Schedule schedule;
  private final List<StopCondition> conditions;

  private FlowIntegration(
      Flow flow, Integrator integrator, Schedule schedule, List<StopCondition> conditions) {
    this.flow = flow;
    this.integrator = integrator;
    this.schedule = schedule;
    this.conditions = List.copyOf(conditions);
  }

  /** An integration without stop conditions. */
  public static FlowIntegration of(Flow flow, Integrator integrator, Schedule schedule) {
    return new FlowIntegration(flow, integrator, schedule, List.of());
  }

  /** What is integrated. */
  public Flow flow() {
    return flow;
  }

  /** The same with one more condition; of several that come true the earliest in time counts. */
  public FlowIntegration stoppingWhen(StopCondition condition) {
    List<StopCondition> all = new ArrayList<>(conditions);
    all.add(condition);
    return new FlowIntegration(flow, integrator, schedule, all);
  }

  /** Integrates and keeps the records. */
  public Trajectory solve() {
    List<FlowRecord> records = new ArrayList<>();
    FlowResult result =
        run(
            new FlowListener() {
              @Override
              public void recorded(FlowRecord record) {
                records.add(record);
              }
            });
    return new Trajectory(records, result);
  }

  /** Integrates from the start. */
  @Override
  public FlowResult run(FlowListener listener) {
    double[] state = initialState();
    RecordBook book = new RecordBook(schedule, listener, 0, 0);
    book.started(state);
    CountedFlow counted = new CountedFlow(flow, 0);
    return new FlowRun(counted, new Solvers(integrator, schedule), book, listener)
        .run(conditionsAtStart(counted, state), LegStart.of(schedule.start(), state, 0));
  }

  /**
   * Goes on from a checkpoint of an integration of the same flow, integrator, schedule and
   * conditions. The listener is told what comes after it.
   *
   * @throws IllegalArgumentException if the checkpoint does not fit this integration
   */
  @Override
  public FlowResult resume(FlowCheckpoint checkpoint, FlowListener listener) {
    double[] state = checkpoint.state();
    checkFits(checkpoint, state);
    RecordBook book = new RecordBook(schedule, listener, checkpoint.recorded(), checkpoint.steps());
    CountedFlow counted = new CountedFlow(flow, checkpoint.evaluations());
    return new FlowRun(counted, new Solvers(integrator, schedule), book, listener)
        .run(
            conditionsAtStart(new CountedFlow(flow, 0), initialState()),
            LegStart.of(checkpoint.time(), state, checkpoint.step()));
  }

  private double[] initialState() {
    double[] state = flow.initialState();
    if (state.length != flow.dimension() || state.length == 0) {
      throw new IllegalArgumentException(
          "flow: " + state.length + " initial values for " + flow.dimension() + " unknowns");
    }
    return state;
  }

  /** Conditions may refer to the state and speed at t₀, so a resumed run works them out again. */
  private List<StopCondition> conditionsAtStart(CountedFlow counted, double[] state) {
    if (conditions.isEmpty()) {
      return conditions;
    }
    try {
      double[] yDot = counted.derivative(schedule.start(), state);
      return conditions.stream().map(c -> c.startingFrom(schedule.start(), state, yDot)).toList();
    } catch (FlowStopException e) {
      return List.of(); // the first evaluation of the first leg will say the same and stop there
    }
  }

  private void checkFits(FlowCheckpoint checkpoint, double[] state) {
    boolean fits =
        state.length == flow.dimension()
            && checkpoint.time() > schedule.start()
            && checkpoint.time() < schedule.end()
            && checkpoint.step() > 0
            && checkpoint.recorded() >= 0
            && checkpoint.recorded() <= schedule.records().size()
            && CountedFlow.isFinite(state);
    if (!fits) {
      throw new IllegalArgumentException(
          "checkpoint: it is of another flow or schedule ("
              + state.length
              + " unknowns at time "
              + checkpoint.time()
              + ")");
    }
  }
}
