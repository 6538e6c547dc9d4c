package org.metricflows.bridge.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.metricflows.numeric.flow.Evolution;
import org.metricflows.numeric.flow.FlowCheckpoint;
import org.metricflows.numeric.flow.FlowListener;
import org.metricflows.numeric.flow.FlowProgress;
import org.metricflows.numeric.flow.FlowRecord;
import org.metricflows.numeric.flow.FlowResult;

/**
 * Integrates a flow, or trains, observes it at its record times and keeps checkpoints in a folder.
 *
 * <pre>{@code
 * try (RunFolder folder = RunFolder.create(path, spec.toYaml(), false)) {
 *   RunOutcome outcome = Run.of(integration, observer).in(folder);
 *   folder.writeResult(new RunResult(outcome.result().outcome(), outcome.records(), …));
 * }
 * }</pre>
 */
public final class Run {

  /** An entry of this name in what an observer reports is replaced by the processor time so far. */
  public static final String CPU_SECONDS = "cpu_seconds";

  private static final Duration DEFAULT_PACE = Duration.ofSeconds(10);

  private final Evolution evolution;
  private final Observer observer;
  private final Function<Double, Map<String, Object>> clock;
  private final Duration pace;
  private final FlowListener progress;

  private Run(
      Evolution evolution,
      Observer observer,
      Function<Double, Map<String, Object>> clock,
      Duration pace,
      FlowListener progress) {
    this.evolution = evolution;
    this.observer = observer;
    this.clock = clock;
    this.pace = pace;
    this.progress = progress;
  }

  /** A run that keeps a checkpoint about every ten seconds. */
  public static Run of(Evolution evolution, Observer observer) {
    return new Run(evolution, observer, t -> Map.of("t", t), DEFAULT_PACE, new FlowListener() {});
  }

  /** The same with whole numbers of the given name in place of the time {@code t}. */
  public Run counting(String name) {
    return new Run(evolution, observer, t -> Map.of(name, t.longValue()), pace, progress);
  }

  /** The same with checkpoints at most this far apart, as legs allow; zero: after every leg. */
  public Run withPace(Duration newPace) {
    return new Run(evolution, observer, clock, newPace, progress);
  }

  /** The same, telling the listener too; what it does has no influence on the result. */
  public Run reportingTo(FlowListener listener) {
    return new Run(evolution, observer, clock, pace, listener);
  }

  /**
   * Runs in a folder, from its last checkpoint if there is one, and writes series.csv and
   * state.npy. The folder is finished by {@link RunFolder#writeResult}.
   */
  public RunOutcome in(RunFolder folder) {
    Optional<RunCheckpoint> last = folder.readCheckpoint();
    Session session = new Session(folder, last);
    FlowResult result =
        last.isPresent() ? evolution.resume(last.get().flow(), session) : evolution.run(session);
    folder.writeSeries(session.records);
    folder.writeState(result.state());
    return session.outcome(result);
  }

  /** Runs from the start without a folder. */
  public RunOutcome inMemory() {
    Session session = new Session(null, Optional.empty());
    return session.outcome(evolution.run(session));
  }

  /** From one start (or resumption) to the end. */
  private final class Session implements FlowListener {

    private final RunFolder folder;
    private final RunClock processor;
    private final Pace due = new Pace(pace);
    private final List<Map<String, Object>> records;

    Session(RunFolder folder, Optional<RunCheckpoint> last) {
      this.folder = folder;
      this.processor = new RunClock(last.map(RunCheckpoint::cpuSeconds).orElse(0.0));
      this.records = new ArrayList<>(last.map(RunCheckpoint::records).orElse(List.of()));
    }

    RunOutcome outcome(FlowResult result) {
      return new RunOutcome(result, records, processor.cpuSeconds());
    }

    @Override
    public void recorded(FlowRecord record) {
      Map<String, Object> entries = new LinkedHashMap<>(clock.apply(record.time()));
      entries.putAll(observer.observe(record));
      entries.replace(CPU_SECONDS, processor.cpuSeconds());
      records.add(entries);
      progress.recorded(record);
    }

    @Override
    public void stepped(FlowProgress step) {
      progress.stepped(step);
    }

    @Override
    public void legEnded(FlowCheckpoint checkpoint) {
      if (folder != null && due.isDue()) {
        folder.writeCheckpoint(new RunCheckpoint(checkpoint, records, processor.cpuSeconds()));
        folder.writeSeries(records);
      }
      progress.legEnded(checkpoint);
    }
  }
}
