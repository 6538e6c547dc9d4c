package org.metricflows.symbolic.internal.typesetting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.metricflows.symbolic.InputException;

/** What a derived flow is printed as. */
public enum Format {
  /** Plain text for a terminal. */
  TEXT,
  /** A LaTeX document. */
  LATEX,
  /** A page of HTML with MathML, which needs no other file. */
  HTML,
  /** Symja definitions, sentences and sums as comments. */
  SYMJA,
  /** A Python script for SymPy, sentences and sums as comments. */
  SYMPY,
  /** Mathematica definitions, sentences and sums as comments. */
  MATHEMATICA;

  /**
   * The format of a lower-case name.
   *
   * @param field what gave the name, for messages
   * @throws InputException if there is none
   */
  public static Format of(String field, String name) {
    return Arrays.stream(values())
        .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () -> InputException.of(field, "'" + name + "' is unknown; allowed are " + names()));
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(f -> f.name().toLowerCase(Locale.ROOT)).toList();
  }
}
