package org.metricflows.examples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.run.RunFolder;
import org.metricflows.bridge.spec.SpecSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Integrates the flow of a spec, or of each of its variants. */
@Command(
    name = "run",
    description = {
      "Integrates the flow of a spec and writes a run folder.",
      "A spec with variants ('compare') is run once for each, and they are set side by side."
    })
final class RunCommand extends SpecCommand {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run folder (default: a new one in runs/, named like the spec's file).")
  private Path out;

  @Option(names = "--force", description = "Overwrite a run that the folder holds already.")
  private boolean force;

  @Override
  ExitCode run(SpecSource source) {
    Map<String, PreparedRun> runs = prepare(source);
    List<String> names = List.copyOf(runs.keySet());
    Path folder = out == null ? defaultFolder() : out;
    RunReport report = new RunReport(folder);
    try (OpenFolders folders = new OpenFolders()) {
      RunGroup.folders(folder, names)
          .forEach((name, path) -> folders.add(name, create(path, runs.get(name))));
      RunGroup.describe(folder, names);
      folders.forEach((name, place) -> report.add(name, runs.get(name).in(place, console())));
    }
    return report.print(console(), wantsJson());
  }

  private static Map<String, PreparedRun> prepare(SpecSource source) {
    Map<String, SpecSource> variants = source.variants();
    Map<String, PreparedRun> runs = new LinkedHashMap<>();
    if (variants.isEmpty()) {
      runs.put("", PreparedRun.of("", source));
    }
    variants.forEach((name, variant) -> runs.put(name, PreparedRun.of(name, variant)));
    return runs;
  }

  private RunFolder create(Path path, PreparedRun run) {
    return RunFolder.create(path, run.spec().toYaml(), force);
  }

  /** The folder named like the spec's file, with a number behind it where that is taken. */
  private Path defaultFolder() {
    String name = file().getFileName().toString().replaceFirst("\\.(yaml|yml|json)$", "");
    Path folder = Path.of("runs", name);
    for (int n = 2; !force && Files.exists(folder); n++) {
      folder = Path.of("runs", name + "-" + n);
    }
    return folder;
  }
}
