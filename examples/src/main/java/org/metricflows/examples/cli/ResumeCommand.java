package org.metricflows.examples.cli;

import java.nio.file.Path;
import org.metricflows.bridge.run.RunFolder;
import org.metricflows.bridge.spec.SpecSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Carries an interrupted run on. */
@Command(
    name = "resume",
    description = {
      "Carries an interrupted run on from its last checkpoint, to the same result.",
      "Of a finished run it tells the result."
    })
final class ResumeCommand extends Subcommand {
  @Parameters(paramLabel = "DIR", description = "The run folder.")
  private Path folder;

  @Override
  ExitCode run() {
    RunReport report = new RunReport(folder);
    try (OpenFolders folders = new OpenFolders()) {
      RunGroup.in(folder).forEach((name, path) -> folders.add(name, RunFolder.open(path)));
      folders.forEach((name, place) -> report.add(name, result(name, place)));
    }
    return report.print(console(), wantsJson());
  }

  private String result(String name, RunFolder place) {
    if (place.isFinished()) {
      return place.readResult();
    }
    String file = place.path().resolve("spec.yaml").toString();
    return PreparedRun.of(name, SpecSource.ofText(place.spec(), file)).in(place, console());
  }
}
