package org.metricflows.symbolic.internal.typesetting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A formula broken into rows, before signs and at wide spaces.
 *
 * <p>Nothing is broken in a group. A row that ends between \left( and its \right closes it by
 * \right. and the next one opens it again.
 */
final class Rows {
  /** In signs to be read, not in characters of LaTeX. */
  private static final int LONGEST = 64;

  /** After this much a list of formulas goes on in a new row. */
  private static final int LONG = 40;

  private final String formula;
  private final int longest;
  private final int longList;
  private final List<String> rows = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private StringBuilder row = new StringBuilder();
  private int width;

  private Rows(String formula, int longest, int longList) {
    this.formula = formula;
    this.longest = longest;
    this.longList = longList;
  }

  /** The rows, as short as there are places to break at. */
  static List<String> of(String formula) {
    return new Rows(formula, LONGEST, LONG).broken();
  }

  /** The formulas of a list, which wide spaces part. */
  static List<String> parts(String formula) {
    return new Rows(formula, Integer.MAX_VALUE, 0).broken();
  }

  private List<String> broken() {
    for (int at = 0; at < formula.length(); ) {
      String token = token(at);
      boolean free = !open.contains("{");
      if (free && width > longList && open.isEmpty() && token.equals("\\quad")) {
        next();
      } else {
        if (free && width > longest && isSign(token)) {
          next();
        }
        append(token);
      }
      at += token.length();
    }
    rows.add(row.toString());
    return rows;
  }

  /** A command or a character. */
  private String token(int at) {
    int end = at + 1;
    if (formula.charAt(at) == '\\' && end < formula.length()) {
      while (end < formula.length() && Character.isLetter(formula.charAt(end))) {
        end++;
      }
      end = Math.max(end, at + 2);
    }
    return formula.substring(at, end);
  }

  private void append(String token) {
    switch (token) {
      case "{", "\\begin" -> open.push("{");
      case "\\left" -> open.push(token);
      case "}", "\\right", "\\end" -> open.poll();
      default -> width += token.isBlank() || "^_".contains(token) ? 0 : 1;
    }
    row.append(token);
  }

  private void next() {
    rows.add(row + " \\right.".repeat(open.size()));
    row = new StringBuilder("\\left. ".repeat(open.size()));
    width = 0;
  }

  /** A sum's sign, not that of its first term. */
  private boolean isSign(String token) {
    return (token.equals("+") || token.equals("-")) && !row.toString().matches("(?s)|.*[(=,&]\\s*");
  }
}
