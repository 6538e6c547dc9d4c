package org.metricflows.numeric.internal.flow;

import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.sampling.ODEStateInterpolator;

/** Delivers scheduled records from the dense output of steps, and counts steps. */
final class RecordBook {

  private final Schedule schedule;
  private final FlowListener listener;
  private int recorded;
  private long steps;
  private double lastRecord = Double.NaN;

  RecordBook(Schedule schedule, FlowListener listener, int recorded, long steps) {
    this.schedule = schedule;
    this.listener = listener;
    this.recorded = recorded;
    this.steps = steps;
    if (recorded > 0) {
      lastRecord = schedule.records().get(recorded - 1);
    }
  }

  int recorded() {
    return recorded;
  }

  long steps() {
    return steps;
  }

  /** A record at the start, if one is scheduled there. */
  void started(double[] state) {
    if (isDue(schedule.start())) {
      deliver(schedule.start(), state);
      recorded++;
    }
  }

  void stepped(ODEStateInterpolator interpolator, long evaluations) {
    steps++;
    ODEStateAndDerivative current = interpolator.getCurrentState();
    while (isDue(current.getTime())) {
      double t = schedule.records().get(recorded);
      ODEStateAndDerivative at =
          t == current.getTime() ? current : interpolator.getInterpolatedState(t);
      deliver(t, at.getPrimaryState());
      recorded++;
    }
    double fraction = (current.getTime() - schedule.start()) / schedule.span();
    listener.stepped(new FlowProgress(current.getTime(), fraction, steps, evaluations));
  }

  /** The last record: what is scheduled for T, or the state of an early stop. */
  void ended(double time, double[] state, boolean completed) {
    if (completed) {
      while (isDue(schedule.end())) {
        deliver(schedule.records().get(recorded), state);
        recorded++;
      }
    } else if (time != lastRecord && CountedFlow.isFinite(state)) {
      deliver(time, state);
    }
  }

  private boolean isDue(double time) {
    return recorded < schedule.records().size() && schedule.records().get(recorded) <= time;
  }

  private void deliver(double time, double[] state) {
    lastRecord = time;
    listener.recorded(new FlowRecord(time, state));
  }
}
