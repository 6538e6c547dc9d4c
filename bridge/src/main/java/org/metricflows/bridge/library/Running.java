package org.metricflows.bridge.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.FlowResult;

/** Runs a problem in memory and keeps its records as they are, arrays and all. */
final class Running implements FlowListener {

  private final Problem problem;
  private final Map<String, Observer> observers;
  private final Consumer<Recorded> listener;
  private final List<Recorded> records = new ArrayList<>();

  private Running(Problem problem, Map<String, Observer> observers, Consumer<Recorded> listener) {
    this.problem = problem;
    this.observers = observers;
    this.listener = listener;
  }

  static Result of(Problem problem, Map<String, Observer> observers, Consumer<Recorded> listener) {
    Running running = new Running(problem, observers, listener);
    FlowResult end = problem.evolution().run(running);
    return new Result(end.outcome().status(), running.records, end.state());
  }

  @Override
  public void recorded(FlowRecord state) {
    Map<String, Object> entries = new LinkedHashMap<>(problem.observations().of(state));
    Recorded plain = new Recorded(state.time(), entries);
    observers.forEach((name, observer) -> entries.put(name, observer.observe(plain)));
    Recorded record = new Recorded(state.time(), entries);
    records.add(record);
    listener.accept(record);
  }
}
