package org.metricflows.proofs.internal.formula;

import java.util.Set;

/** Reads LaTeX tokens and passes over what only spaces or sizes them. */
final class Scanner {
  private static final Set<String> SPACING =
      Set.of(
          "\\,",
          "\\;",
          "\\!",
          "\\:",
          "\\ ",
          "\\quad",
          "\\qquad",
          "\\left",
          "\\right",
          "\\big",
          "\\Big",
          "\\bigl",
          "\\bigr",
          "\\Bigl",
          "\\Bigr",
          "\\cdot",
          "\\displaystyle");

  private final String text;
  private int at;

  Scanner(String text) {
    this.text = text;
    skip();
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** The next token: a command, a digit, a letter or a sign; empty at the end. */
  String peek() {
    return atEnd() ? "" : text.substring(at, tokenEnd());
  }

  String next() {
    String token = peek();
    if (token.isEmpty()) {
      throw error("the formula ends too early");
    }
    at += token.length();
    skip();
    return token;
  }

  boolean take(String token) {
    if (!peek().equals(token)) {
      return false;
    }
    next();
    return true;
  }

  void expect(String token) {
    if (!take(token)) {
      throw error("'" + token + "' expected, '" + peek() + "' seen");
    }
  }

  /** Whether the next token is a digit. */
  boolean atDigit() {
    return !atEnd() && Character.isDigit(text.charAt(at));
  }

  /** All digits that follow without a space. */
  String digits() {
    int start = at;
    while (atDigit()) {
      at++;
    }
    String digits = text.substring(start, at);
    skip();
    return digits;
  }

  int position() {
    return at;
  }

  void reset(int position) {
    at = position;
  }

  FormulaException error(String what) {
    return new FormulaException(what + " at character " + (at + 1) + " of " + text);
  }

  private void skip() {
    while (!atEnd()) {
      if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '&') {
        at++;
      } else if (text.startsWith("{}", at)) {
        at += 2;
      } else if (SPACING.contains(text.substring(at, tokenEnd()))) {
        at = tokenEnd();
      } else {
        return;
      }
    }
  }

  private int tokenEnd() {
    int end = at + 1;
    if (text.charAt(at) != '\\' || end == text.length()) {
      return end;
    }
    if (!Character.isLetter(text.charAt(end))) {
      return end + 1;
    }
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
