package org.metricflows.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.metricflows.bridge.spec.SpecSource;
import org.metricflows.symbolic.InputException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about one spec. */
abstract class SpecCommand extends Subcommand {
  @Parameters(paramLabel = "SPEC", description = "The spec, a YAML or JSON file.")
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

  @Override
  final ExitCode run() {
    SpecSource source = SpecSource.of(file);
    for (String assignment : assignments) {
      source = source.with(assignment);
    }
    try {
      return run(source);
    } catch (InputException e) {
      throw e.getMessage().startsWith("--") ? e : source.locate(e.getMessage());
    }
  }
}
