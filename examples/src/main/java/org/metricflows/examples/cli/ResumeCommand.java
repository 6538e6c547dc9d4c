package org.metricflows.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
    Map<String, JsonNode> results = new LinkedHashMap<>();
    try (OpenFolders folders = new OpenFolders()) {
      RunGroup.in(folder).forEach((name, path) -> folders.add(name, RunFolder.open(path)));
      folders.forEach((name, place) -> results.put(name, result(name, place)));
    }
    return new RunReport(folder, results).print(console(), wantsJson());
  }

  private JsonNode result(String name, RunFolder place) {
    if (place.isFinished()) {
      return Json.read(place.readResult());
    }
    String file = place.path().resolve("spec.yaml").toString();
    return PreparedRun.of(name, SpecSource.ofText(place.spec(), file)).in(place, console());
  }
}
