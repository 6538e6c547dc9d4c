package org.metricflows.app.internal.cli;

import java.io.PrintStream;

/**
 * Where a command's output goes.
 *
 * @param out the result, for a person or as one JSON document
 * @param err progress, and what went wrong
 */
record Console(PrintStream out, PrintStream err) {
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

  /** Says something that is not the result. */
  void note(String line) {
    err.println(line);
  }
}
