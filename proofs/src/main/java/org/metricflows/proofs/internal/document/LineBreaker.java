package org.metricflows.proofs.internal.document;

import java.util.ArrayList;
import java.util.List;

/** Breaks long formulas at the outermost plus, minus and equals signs. */
final class LineBreaker {
  private static final int LONGEST = 95;

  private LineBreaker() {}

  /** The formula for a place inside an aligned environment; its lines are set flush left. */
  static String broken(String latex) {
    StringBuilder text = new StringBuilder("&");
    int width = 0;
    for (String part : parts(latex)) {
      int length = width(part);
      if (width > 0 && width + length > LONGEST) {
        text.append(" \\\\ &\\qquad ");
        width = 8;
      }
      text.append(part);
      width += length;
    }
    return text.toString();
  }

  /** Roughly how many letters wide a formula is. */
  private static int width(String latex) {
    return latex.replaceAll("\\\\[a-zA-Z]+", "x").replaceAll("[{}_^ ]", "").length();
  }

  private static List<String> parts(String latex) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < latex.length(); i++) {
      char c = latex.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      } else if (depth == 0 && i > start && (c == '+' || c == '-' || c == '=')) {
        parts.add(latex.substring(start, i));
        start = i;
      }
    }
    parts.add(latex.substring(start));
    return parts;
  }
}
