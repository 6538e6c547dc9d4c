package org.metricflows.app.internal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.metricflows.app.internal.gallery.Gallery;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.symbolic.InputException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about one spec. */
abstract class SpecCommand extends Subcommand {
  @Parameters(
      paramLabel = "SPEC",
      description = "The spec: a YAML or JSON file, or the name of an example.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "a.b=value",
      description = "Replace one value of the spec; may be repeated.")
  private List<String> assignments = new ArrayList<>();

  /** Does what the command does with the spec as written and overridden. */
  abstract ExitCode run(SpecSource source);

  /** The spec's file. */
  final Path file() {
    return file;
  }

  /** The first folder that will do: named like the spec's file, or that with a number behind. */
  final Path defaultFolder(Predicate<Path> willDo) {
    String name = file.getFileName().toString().replaceFirst("\\.(yaml|yml|json)$", "");
    Path folder = Path.of("runs", name);
    for (int n = 2; !willDo.test(folder); n++) {
      folder = Path.of("runs", name + "-" + n);
    }
    return folder;
  }

  @Override
  final ExitCode run() {
    SpecSource source = Gallery.source(file);
    for (String assignment : assignments) {
      source = source.with(assignment);
    }
    try {
      return run(source);
    } catch (InputException e) {
      throw e.field().startsWith("--") ? e : source.locate(e);
    }
  }
}
