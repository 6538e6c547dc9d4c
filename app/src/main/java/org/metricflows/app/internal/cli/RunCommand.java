package org.metricflows.app.internal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.app.internal.report.Report;
import org.metricflows.app.internal.result.RunGroup;
import org.metricflows.bridge.internal.run.RunFolder;
import org.metricflows.bridge.internal.spec.SpecSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Integrates the flow of a spec, or of each of its variants. */
@Command(
    name = "run",
    description = {
      "Integrates the flow of a spec and writes a run folder.",
      "A spec with variants ('compare') is run once for each, and they are set side by side.",
      "A block 'sweep' is left to the command of that name."
    },
    footer = {"", "Example: metricflows run ricci-torus --set flow.time=1"})
final class RunCommand extends SpecCommand {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run folder (default: a new one in runs/, named like the spec's file).")
  private Path out;

  @Option(names = "--force", description = "Overwrite a run that the folder holds already.")
  private boolean force;

  @Option(
      names = "--report",
      description = "Write report.html into the folder too, a page about the run.")
  private boolean wantsPage;

  @Override
  ExitCode run(SpecSource source) {
    if (source.has("sweep")) {
      console().note("metricflows: this runs the spec itself; 'metricflows sweep' runs its sweep");
    }
    Map<String, PreparedRun> runs = prepare(source);
    tellOf(runs, source);
    List<String> names = List.copyOf(runs.keySet());
    Path folder = out == null ? defaultFolder(f -> force || !Files.exists(f)) : out;
    RunReport report = new RunReport(folder);
    try (OpenFolders folders = new OpenFolders()) {
      create(RunGroup.folders(folder, names), runs, folders);
      RunGroup.describe(folder, names);
      runs.forEach(
          (name, run) -> report.add(name, run.in(folders.get(name), folder, progressConsole())));
      report.draw();
    }
    ExitCode code = report.print(console(), wantsJson());
    if (wantsPage) {
      writePage(folder);
    }
    return code;
  }

  /** What was chosen for the spec, and what its author may have overlooked. */
  private void tellOf(Map<String, PreparedRun> runs, SpecSource source) {
    PreparedRun first = runs.values().iterator().next();
    SpecSource asked = source.variants().getOrDefault(first.name(), source);
    String chosen = Chosen.of(asked, first.run().spec().toTree());
    if (!chosen.isEmpty()) {
      console().note("metricflows: chosen by default: " + chosen);
    }
    runs.values().stream()
        .flatMap(run -> run.run().problem().notes().stream())
        .distinct()
        .forEach(note -> console().note("metricflows: note: " + note));
  }

  private void writePage(Path folder) {
    Path page = folder.resolve("report.html");
    Report.of(List.of(folder)).write(page);
    if (!wantsJson()) {
      console().println("report: " + page);
    }
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

  /** Folders that exist come first: if one holds a run already, nothing new is made. */
  private void create(Map<String, Path> paths, Map<String, PreparedRun> runs, OpenFolders folders) {
    List<String> order = new ArrayList<>(paths.keySet());
    order.sort(Comparator.comparing(name -> !Files.exists(paths.get(name))));
    for (String name : order) {
      String spec = runs.get(name).run().spec().toYaml();
      folders.add(name, RunFolder.create(paths.get(name), spec, force));
    }
  }
}
