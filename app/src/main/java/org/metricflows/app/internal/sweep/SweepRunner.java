package org.metricflows.app.internal.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.metricflows.bridge.internal.run.RunFolder;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * Runs what is unfinished of a sweep, one run a thread; within a run all work is its thread's.
 *
 * @param folder of the sweep
 * @param parallel the threads
 */
public record SweepRunner(SweepFolder folder, Parallel parallel) {

  /** Runs, or carries on, in a run folder and finishes it. */
  @FunctionalInterface
  public interface Work {
    /** Does so for the run of that name. */
    void run(String name, RunFolder place);
  }

  /** Is told how many runs of how many are done. */
  @FunctionalInterface
  public interface Progress {
    /** A run has come to its end or failed. */
    void done(int runs, int of);
  }

  /**
   * Runs all that is unfinished.
   *
   * @return what the runs that failed threw, by their names; the others are finished
   */
  public Map<String, RuntimeException> run(SweepPlan plan, Work work, Progress progress) {
    List<String> unfinished = new ArrayList<>(plan.runs());
    int all = unfinished.size();
    unfinished.removeIf(folder::isFinished);
    // lists tend to end with the widest network or the finest grid: what takes longest comes first
    Collections.reverse(unfinished);
    Map<String, RuntimeException> failures = new ConcurrentSkipListMap<>();
    AtomicInteger done = new AtomicInteger(all - unfinished.size());
    parallel.run(
        unfinished.size(),
        (task, worker) -> {
          String name = unfinished.get(task);
          try (RunFolder place = folder.open(name)) {
            work.run(name, place);
          } catch (RuntimeException e) {
            failures.put(name, e);
          }
          progress.done(done.incrementAndGet(), all);
        });
    return failures;
  }
}
