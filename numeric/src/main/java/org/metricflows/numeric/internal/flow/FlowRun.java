package org.metricflows.numeric.internal.flow;

import java.util.List;

/** Runs leg after leg until the schedule ends or something stops the flow. */
final class FlowRun {

  private final CountedFlow flow;
  private final Solvers solvers;
  private final RecordBook book;
  private final FlowListener listener;

  FlowRun(CountedFlow flow, Solvers solvers, RecordBook book, FlowListener listener) {
    this.flow = flow;
    this.solvers = solvers;
    this.book = book;
    this.listener = listener;
  }

  FlowResult run(List<StopCondition> conditions, LegStart first) {
    Schedule schedule = solvers.schedule();
    if (schedule.span() <= schedule.minimalStep()) {
      return finish(new Outcome.Completed(schedule.end()), first.state());
    }
    LegStart start = first;
    while (true) {
      LegEnd end = new Leg(flow, solvers, conditions, book, start).run();
      if (end instanceof LegEnd.Paused paused) {
        start = LegStart.of(paused.time(), paused.state(), paused.step());
        listener.legEnded(checkpoint(paused));
      } else if (end instanceof LegEnd.Failed failed) {
        double half = halfStep(start, failed);
        if (isFinal(failed, half)) {
          return stop(failed.time(), failed.state(), failed.reason());
        }
        start = new LegStart(failed.time(), failed.state(), half, failed.failedTime());
      } else if (end instanceof LegEnd.StoppedBy stopped) {
        return stop(stopped.time(), stopped.state(), stopped.reason());
      } else {
        return finish(new Outcome.Completed(end.time()), end.state());
      }
    }
  }

  /** Half the way to the failure, and never more than half of a cautious leg's longest step. */
  private static double halfStep(LegStart start, LegEnd.Failed failed) {
    double way = failed.failedTime() - failed.time();
    return (start.isCautious() ? Math.min(way, start.step()) : way) / 2;
  }

  private boolean isFinal(LegEnd.Failed failed, double half) {
    double smallest = solvers.schedule().minimalStep();
    return !solvers.integrator().method().isAdaptive()
        || !(half >= smallest)
        || solvers.schedule().end() - failed.time() <= smallest;
  }

  private FlowCheckpoint checkpoint(LegEnd.Paused paused) {
    return new FlowCheckpoint(
        paused.time(),
        paused.state(),
        paused.step(),
        book.recorded(),
        flow.evaluations(),
        book.steps());
  }

  private FlowResult stop(double time, double[] state, String reason) {
    return finish(new Outcome.Stopped(time, reason), state);
  }

  private FlowResult finish(Outcome outcome, double[] state) {
    book.ended(outcome.time(), state, outcome instanceof Outcome.Completed);
    return new FlowResult(outcome, state, flow.evaluations(), book.steps());
  }
}
