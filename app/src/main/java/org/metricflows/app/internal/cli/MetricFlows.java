package org.metricflows.app.internal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command without a subcommand. */
@Command(
    name = "metricflows",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Flows of Riemannian metrics induced by neural-network gradient descent.",
      "A flow is stated in a spec, a YAML or JSON file; 'metricflows new' writes one,",
      "'metricflows examples' lists some, 'metricflows explain' tells what their keys mean."
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  done",
      "  1  the run stopped early or a check failed, and the reason was said",
      "  2  bad input: one sentence names the file, the field and what is allowed",
      "  3  a fault of the program itself (METRICFLOWS_DEBUG=1 shows where)"
    })
final class MetricFlows implements Callable<Integer> {
  private final Console console;

  MetricFlows(Console console) {
    this.console = console;
  }

  Console console() {
    return console;
  }

  @Override
  public Integer call() {
    throw new BadInputException("a command is missing; 'metricflows --help' lists them");
  }
}
