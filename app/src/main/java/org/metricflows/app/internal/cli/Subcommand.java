package org.metricflows.app.internal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What all commands share. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true)
abstract class Subcommand implements Callable<Integer> {
  @ParentCommand private MetricFlows parent;

  @Option(
      names = "--json",
      description = "Print one JSON document on standard output and nothing else.")
  private boolean json;

  @Option(names = "--quiet", description = "Say nothing of how the work gets on.")
  private boolean quiet;

  /** Where it is said how the work gets on. */
  final Console progressConsole() {
    return quiet ? parent.console().silenced() : parent.console();
  }

  final Console console() {
    return parent.console();
  }

  final boolean wantsJson() {
    return json;
  }

  abstract ExitCode run();

  @Override
  public final Integer call() {
    return run().code();
  }
}
