package org.metricflows.app.internal.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.app.internal.figure.FigureFolder;
import org.metricflows.app.internal.figure.SweepFigures;
import org.metricflows.app.internal.sweep.SweepFolder;
import org.metricflows.app.internal.sweep.SweepPlan;
import org.metricflows.app.internal.sweep.SweepRunner;
import org.metricflows.app.internal.sweep.SweepTable;
import org.metricflows.app.internal.sweep.TableFormat;
import org.metricflows.app.internal.sweep.Tabulation;
import org.metricflows.bridge.internal.run.FolderLock;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * Runs what is unfinished in a sweep's folder and tells what came of it.
 *
 * @param folder of the sweep
 * @param console where to tell
 * @param progress where to tell how it gets on
 */
record SweepSession(SweepFolder folder, Console console, Console progress) {

  ExitCode run(SweepPlan plan, boolean json) {
    try (FolderLock lock = FolderLock.of(folder.path())) {
      Map<String, String> failures = new LinkedHashMap<>();
      Progress line = new Progress();
      try (Interruption interruption = Interruption.of(console, folder.path())) {
        new SweepRunner(folder, Parallel.common())
            .run(
                plan,
                (name, place) -> PreparedRun.of(name, place).quietlyIn(place, interruption),
                line)
            .forEach((name, failure) -> failures.put(name, sentence(failure)));
      }
      line.end();
      SweepTable table = Tabulation.of(folder, plan, failures);
      SweepText text = new SweepText(table);
      folder.write(table);
      text.finding().writeTo(folder.path());
      new FigureFolder(folder.path()).write(new SweepFigures(table).all());
      if (json) {
        console.json(TableFormat.tree(table));
      } else {
        console.print(text.text() + "results: " + folder.path() + "\n");
      }
      return verdict(table);
    }
  }

  private static String sentence(RuntimeException failure) {
    return Problems.inInput(failure)
        .orElseGet(() -> failure.getClass().getSimpleName() + ": " + failure.getMessage());
  }

  private ExitCode verdict(SweepTable table) {
    table
        .runs()
        .forEach(
            (name, run) -> {
              if (!run.isCompleted()) {
                console.note("metricflows: " + name + " " + run.status());
              }
            });
    table
        .missing()
        .forEach(what -> console.note("metricflows: measure: no run has '" + what + "'"));
    return table.isComplete() && table.missing().isEmpty() ? ExitCode.DONE : ExitCode.STOPPED;
  }

  /** Says now and then how many runs are done. */
  private final class Progress implements SweepRunner.Progress {
    private final ProgressLine line = new ProgressLine(progress);

    @Override
    public void done(int runs, int of) {
      if (line.isDue()) {
        line.say(
            runs
                + " of "
                + of
                + " runs done, "
                + ProgressLine.duration(line.elapsed() * (of - runs) / Math.max(1, runs))
                + " left");
      }
    }

    void end() {
      line.end();
    }
  }
}
