package org.metricflows.app.internal.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command's output goes.
 *
 * @param out the result, for a person or as one JSON document
 * @param err progress, and what went wrong
 * @param isTerminal whether a person looks at {@code err}, so that a line of it can be written over
 */
record Console(PrintStream out, PrintStream err, boolean isTerminal) {
  void print(String text) {
    out.print(text);
  }

  void println(String line) {
    out.println(line);
  }

  /** Prints a tree of maps, lists, texts, numbers and flags as one JSON document. */
  void json(Object tree) {
    out.print(Json.text(tree));
  }

  /** The same saying nothing but results. */
  Console silenced() {
    return new Console(
        out,
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        false);
  }

  /** Says something that is not the result. */
  void note(String line) {
    err.println(line);
  }
}
