package org.metricflows.proofs.internal.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads names, with their accents, and blocks of indices. */
final class IndexReader {
  private static final Set<String> ACCENTS =
      Set.of(
          "\\hat",
          "\\tilde",
          "\\bar",
          "\\dot",
          "\\ddot",
          "\\mathring",
          "\\mathcal",
          "\\mathsf",
          "\\mathrm",
          "\\mathbf",
          "\\mathbb",
          "\\overline");

  private final Scanner in;

  IndexReader(Scanner in) {
    this.in = in;
  }

  /** A letter, a Greek letter or either under accents, with its primes: {@code \hat g}. */
  String name() {
    String token = in.peek();
    if (ACCENTS.contains(token)) {
      in.next();
      return token + " " + accented() + primes();
    }
    boolean command = token.length() > 1 && Character.isLetter(token.charAt(1));
    boolean letter = token.length() == 1 && Character.isLetter(token.charAt(0));
    if (!command && !letter) {
      throw in.error("a name is expected, '" + token + "' seen");
    }
    return in.next() + primes();
  }

  private String accented() {
    if (!in.take("{")) {
      return name();
    }
    StringBuilder inner = new StringBuilder();
    while (!in.take("}")) {
      String part = name();
      boolean apart = inner.length() > 0 && (part.length() > 1 || inner.length() > 1);
      inner.append(apart && part.startsWith("\\") ? " " : "").append(part);
    }
    return inner.toString();
  }

  private String primes() {
    StringBuilder primes = new StringBuilder();
    while (in.take("'")) {
      primes.append('\'');
    }
    return primes.toString();
  }

  /** All blocks such as {@code ^a{}_{bcd}} that follow; a superscript number is left alone. */
  List<Index> indices() {
    List<Index> indices = new ArrayList<>();
    while (in.peek().equals("_") || in.peek().equals("^")) {
      int start = in.position();
      boolean upper = in.next().equals("^");
      boolean group = in.take("{");
      boolean exponent =
          upper && (in.atDigit() || in.peek().equals("-") || in.peek().equals("\\tfrac"));
      if (exponent) {
        in.reset(start);
        return indices;
      }
      do {
        indices.add(new Index(in.atDigit() ? in.next() : name(), upper));
      } while (group && !in.take("}"));
    }
    return indices;
  }
}
