package org.metricflows.app.internal.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** Parses a command line, runs its command, and turns whatever happens into an exit code. */
public final class CommandLineInterface {
  /** In the order in which help lists them. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          DeriveCommand.class,
          CurvatureCommand.class,
          KernelCommand.class,
          SampleCommand.class,
          RunCommand.class,
          ResumeCommand.class,
          EvaluateCommand.class,
          SpectrumCommand.class,
          CompareCommand.class,
          ExportCommand.class,
          SweepCommand.class,
          ReportCommand.class,
          CheckCommand.class,
          ProveCommand.class,
          ExamplesCommand.class,
          NewCommand.class,
          ExplainCommand.class);

  private final Console console;
  private final boolean debug;

  /**
   * A command line that prints to the given streams.
   *
   * @param out for results
   * @param err for progress and errors
   * @param debug whether to show the stack trace of an internal error
   */
  public CommandLineInterface(PrintStream out, PrintStream err, boolean debug) {
    this(out, err, debug, false);
  }

  /**
   * @param isTerminal whether a person looks at {@code err}
   */
  public CommandLineInterface(PrintStream out, PrintStream err, boolean debug, boolean isTerminal) {
    this.console = new Console(out, err, isTerminal);
    this.debug = debug;
  }

  /** Runs one command and returns the exit code. */
  public int execute(String... args) {
    CommandLine commandLine = new CommandLine(new MetricFlows(console));
    commandsFor(args).forEach(commandLine::addSubcommand);
    commandLine.setOut(new PrintWriter(console.out(), true));
    commandLine.setErr(new PrintWriter(console.err(), true));
    commandLine.setParameterExceptionHandler((e, a) -> badInput(UsageErrors.sentence(e)));
    commandLine.setExecutionExceptionHandler(this::failed);
    try {
      return commandLine.execute(args);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return internalError(e);
    }
  }

  /** The named command alone, so that no other is looked at; all of them for help and errors. */
  private static List<Class<?>> commandsFor(String... args) {
    List<Class<?>> named =
        COMMANDS.stream()
            .filter(c -> args.length > 0 && name(c).equals(args[0]))
            .collect(Collectors.toList());
    return named.isEmpty() ? COMMANDS : named;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  private int failed(Exception e, CommandLine command, ParseResult result) {
    return Problems.inInput(e).map(this::badInput).orElseGet(() -> internalError(e));
  }

  private int badInput(String sentence) {
    console.note("metricflows: " + sentence);
    return ExitCode.BAD_INPUT.code();
  }

  private int internalError(Throwable e) {
    String message = e.getMessage() == null ? "" : ": " + e.getMessage().replaceAll("\\s+", " ");
    console.note(
        "metricflows: internal error ("
            + e.getClass().getSimpleName()
            + message
            + "); METRICFLOWS_DEBUG=1 shows where");
    if (debug) {
      e.printStackTrace(console.err());
    }
    return ExitCode.INTERNAL_ERROR.code();
  }
}
