package org.metricflows.app.internal.cli;

import java.nio.file.Path;
import org.metricflows.app.internal.result.RunGroup;
import org.metricflows.app.internal.sweep.SweepFolder;
import org.metricflows.bridge.internal.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Carries an interrupted run on. */
@Command(
    name = "resume",
    description = {
      "Carries an interrupted run or sweep on from its last checkpoint, to the same result.",
      "Of a finished one it tells the result."
    },
    footer = {"", "Example: metricflows resume runs/ricci-torus"})
final class ResumeCommand extends Subcommand {
  @Parameters(paramLabel = "DIR", description = "The run folder.")
  private Path folder;

  @Override
  ExitCode run() {
    SweepFolder sweep = new SweepFolder(folder);
    if (sweep.exists()) {
      return new SweepSession(sweep, console(), progressConsole()).run(sweep.plan(), wantsJson());
    }
    RunReport report = new RunReport(folder);
    try (OpenFolders folders = new OpenFolders()) {
      RunGroup.in(folder).forEach((name, path) -> folders.add(name, RunFolder.open(path)));
      folders.forEach((name, place) -> report.add(name, result(name, place)));
      report.draw();
    }
    return report.print(console(), wantsJson());
  }

  private String result(String name, RunFolder place) {
    if (place.isFinished()) {
      return place.readResult();
    }
    return PreparedRun.of(name, place).in(place, folder, progressConsole());
  }
}
