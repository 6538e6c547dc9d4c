package org.metricflows.bridge.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.numeric.flow.FlowCheckpoint;
import org.metricflows.numeric.flow.FlowIntegration;
import org.metricflows.numeric.flow.FlowListener;
import org.metricflows.numeric.flow.FlowProgress;
import org.metricflows.numeric.flow.FlowRecord;
import org.metricflows.numeric.flow.FlowResult;

/**
 * Integrates a flow, observes it at its record times and keeps checkpoints in a folder.
 *
 * <pre>{@code
 * try (RunFolder folder = RunFolder.create(path, spec.toYaml(), false)) {
 *   RunOutcome outcome = Run.of(integration, observer).in(folder);
 *   folder.writeResult(new RunResult(outcome.result().outcome(), outcome.records(), …));
 * }
 * }</pre>
 */
public final class Run {

  private static final Duration DEFAULT_PACE = Duration.ofSeconds(10);

  private final FlowIntegration integration;
  private final Observer observer;
  private final Duration pace;
  private final FlowListener progress;

  private Run(
      FlowIntegration integration, Observer observer, Duration pace, FlowListener progress) {
    this.integration = integration;
    this.observer = observer;
    this.pace = pace;
    this.progress = progress;
  }

  /** A run that keeps a checkpoint about every ten seconds. */
  public static Run of(FlowIntegration integration, Observer observer) {
    return new Run(integration, observer, DEFAULT_PACE, new FlowListener() {});
  }

  /** The same with checkpoints at most this far apart, as legs allow; zero: after every leg. */
  public Run withPace(Duration newPace) {
    return new Run(integration, observer, newPace, progress);
  }

  /** The same, telling the listener too; what it does has no influence on the result. */
  public Run reportingTo(FlowListener listener) {
    return new Run(integration, observer, pace, listener);
  }

  /**
   * Runs in a folder, from its last checkpoint if there is one, and writes series.csv and
   * state.npy. The folder is finished by {@link RunFolder#writeResult}.
   */
  public RunOutcome in(RunFolder folder) {
    Optional<RunCheckpoint> last = folder.readCheckpoint();
    Session session = new Session(folder, last);
    FlowResult result =
        last.isPresent()
            ? integration.resume(last.get().flow(), session)
            : integration.run(session);
    folder.writeSeries(session.records);
    folder.writeState(result.state());
    return session.outcome(result);
  }

  /** Runs from the start without a folder. */
  public RunOutcome inMemory() {
    Session session = new Session(null, Optional.empty());
    return session.outcome(integration.run(session));
  }

  /** From one start (or resumption) to the end. */
  private final class Session implements FlowListener {

    private final RunFolder folder;
    private final RunClock clock;
    private final Pace due = new Pace(pace);
    private final List<Map<String, Object>> records;

    Session(RunFolder folder, Optional<RunCheckpoint> last) {
      this.folder = folder;
      this.clock = new RunClock(last.map(RunCheckpoint::cpuSeconds).orElse(0.0));
      this.records = new ArrayList<>(last.map(RunCheckpoint::records).orElse(List.of()));
    }

    RunOutcome outcome(FlowResult result) {
      return new RunOutcome(result, records, clock.cpuSeconds());
    }

    @Override
    public void recorded(FlowRecord record) {
      Map<String, Object> entries = new LinkedHashMap<>();
      entries.put("t", record.time());
      entries.putAll(observer.observe(record));
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
        folder.writeCheckpoint(new RunCheckpoint(checkpoint, records, clock.cpuSeconds()));
        folder.writeSeries(records);
      }
      progress.legEnded(checkpoint);
    }
  }
}
