package org.metricflows.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.metricflows.app.internal.cli.CommandLineInterface;

/** The command {@code metricflows}. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param args the command and its arguments
   */
  public static void main(String[] args) {
    PrintStream out = stream(FileDescriptor.out, false);
    PrintStream err = stream(FileDescriptor.err, true);
    boolean debug = System.getenv("METRICFLOWS_DEBUG") != null;
    boolean isTerminal = "yes".equals(System.getenv("METRICFLOWS_TERMINAL"));
    int exitCode = new CommandLineInterface(out, err, debug, isTerminal).execute(args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  private static PrintStream stream(FileDescriptor descriptor, boolean autoFlush) {
    return new PrintStream(new FileOutputStream(descriptor), autoFlush, StandardCharsets.UTF_8);
  }
}
