package org.metricflows.app.internal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.metricflows.app.internal.sweep.PlannedSweep;
import org.metricflows.app.internal.sweep.SweepFolder;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.symbolic.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the product of a spec's sweep block and tabulates it. */
@Command(
    name = "sweep",
    description = {
      "Runs the product of the values in a spec's block 'sweep', one run a core, and writes one"
          + " table: means and standard errors over seeds, and slopes of log-log fits.",
      "Started again with the same command (or 'resume') it carries on, to the same table."
    },
    footer = {"", "Example: metricflows sweep ntk-against-width"})
final class SweepCommand extends SpecCommand {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The sweep's folder (default: one in runs/, named like the spec's file).")
  private Path out;

  @Option(names = "--force", description = "Start over, overwriting what the folder holds.")
  private boolean force;

  @Override
  ExitCode run(SpecSource source) {
    PlannedSweep sweep = PlannedSweep.of(source);
    SweepFolder folder = new SweepFolder(out == null ? defaultFolder(f -> fits(f, sweep)) : out);
    if (!folder.holds(sweep)) {
      prepare(sweep.representatives());
    }
    folder.create(sweep, force);
    return new SweepSession(folder, console(), progressConsole()).run(sweep.plan(), wantsJson());
  }

  private boolean fits(Path folder, PlannedSweep sweep) {
    return force || !Files.exists(folder) || new SweepFolder(folder).holds(sweep);
  }

  /** Whatever is wrong with a member shows here, before anything is written. */
  private static void prepare(List<PlannedSweep.Run> runs) {
    InputException[] problems = new InputException[runs.size()];
    Parallel.common()
        .run(
            problems.length,
            (task, worker) -> {
              PlannedSweep.Run run = runs.get(task);
              try {
                PreparedRun.of(run.words(), run.source());
              } catch (InputException e) {
                problems[task] = run.explain(e);
              }
            });
    for (InputException problem : problems) {
      if (problem != null) {
        throw problem;
      }
    }
  }
}
