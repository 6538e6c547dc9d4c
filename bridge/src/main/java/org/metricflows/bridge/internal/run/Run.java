package org.metricflows.bridge.internal.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.spec.RunSpec;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.flow.Evolution;
import org.metricflows.numeric.internal.flow.FlowCheckpoint;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowProgress;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.FlowResult;

/**
 * Carries a problem from its start, or its last checkpoint, to its end: observes it at its record
 * times and keeps checkpoints, records and the result in a folder.
 *
 * <pre>{@code
 * try (RunFolder folder = RunFolder.create(path, spec.toYaml(), false)) {
 *   RunResult result = Run.of(problem, spec, versions).in(folder);
 * }
 * }</pre>
 */
public final class Run {

  private static final Duration DEFAULT_PACE = Duration.ofSeconds(10);

  private final Problem problem;
  private final RunSpec spec;
  private final Map<String, Object> versions;
  private final Duration pace;
  private final FlowListener progress;
  private final RunWatcher watcher;

  private Run(
      Problem problem,
      RunSpec spec,
      Map<String, Object> versions,
      Duration pace,
      FlowListener progress,
      RunWatcher watcher) {
    this.problem = problem;
    this.spec = spec;
    this.versions = versions;
    this.pace = pace;
    this.progress = progress;
    this.watcher = watcher;
  }

  /**
   * A run that keeps a checkpoint about every ten seconds.
   *
   * @param spec what the problem was made from
   * @param versions what result.json says of the programs that made it
   */
  public static Run of(Problem problem, RunSpec spec, Map<String, Object> versions) {
    return new Run(
        problem, spec, versions, DEFAULT_PACE, new FlowListener() {}, new RunWatcher() {});
  }

  /** The same with checkpoints at most this far apart, as legs allow; zero: after every leg. */
  public Run withPace(Duration newPace) {
    return new Run(problem, spec, versions, newPace, progress, watcher);
  }

  /** The same, telling the listener too; what it does has no influence on the result. */
  public Run reportingTo(FlowListener listener) {
    return new Run(problem, spec, versions, pace, listener, watcher);
  }

  /** The same, watched: what it does has no influence on the result either. */
  public Run watchedBy(RunWatcher newWatcher) {
    return new Run(problem, spec, versions, pace, progress, newWatcher);
  }

  /** What it runs. */
  public Problem problem() {
    return problem;
  }

  /** The spec as resolved. */
  public RunSpec spec() {
    return spec;
  }

  /** Runs, or carries on from the last checkpoint, in a folder and finishes it. */
  public RunResult in(RunFolder folder) {
    Optional<RunCheckpoint> last = folder.readCheckpoint();
    Session session = new Session(folder, last);
    Evolution evolution = problem.evolution();
    FlowResult end =
        last.isPresent() ? evolution.resume(last.get().flow(), session) : evolution.run(session);
    RunOutcome outcome = session.outcome(end);
    folder.writeSeries(parted(outcome.records()));
    folder.writeState(end.state());
    folder.writeParameters(problem.parameters(end.state()));
    problem
        .fields()
        .map(fields -> fields.of(outcome.records(), problem.clock().name()))
        .ifPresent(folder::writeFields);
    RunResult result = result(outcome);
    folder.writeResult(result);
    return result;
  }

  /** Runs from the start without leaving a trace. */
  public RunResult inMemory() {
    Session session = new Session(null, Optional.empty());
    return result(session.outcome(problem.evolution().run(session)));
  }

  private RunResult result(RunOutcome outcome) {
    return new RunResult(
        outcome.result().outcome(),
        parted(outcome.records()),
        problem.closing(outcome),
        outcome.result().evaluations(),
        outcome.cpuSeconds(),
        versions,
        spec.toTree());
  }

  /** Without what fields.npz alone holds. */
  private List<Map<String, Object>> parted(List<Map<String, Object>> records) {
    return problem.fields().map(fields -> fields.parted(records)).orElse(records);
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
      Clock clock = problem.clock();
      Map<String, Object> entries = new LinkedHashMap<>();
      entries.put(clock.name(), clock.show(record.time()));
      entries.putAll(problem.observations().of(record));
      entries.replace(Vocabulary.CPU_SECONDS.name(), processor.cpuSeconds());
      records.add(entries);
      watcher.recorded(entries);
      progress.recorded(record);
    }

    @Override
    public void stepped(FlowProgress step) {
      watcher.stepped(step);
      progress.stepped(step);
    }

    @Override
    public void legEnded(FlowCheckpoint checkpoint) {
      if (folder != null && (due.isDue() || watcher.isStopping())) {
        folder.writeCheckpoint(new RunCheckpoint(checkpoint, records, processor.cpuSeconds()));
        folder.writeSeries(parted(records));
      }
      watcher.kept();
      progress.legEnded(checkpoint);
    }
  }
}
