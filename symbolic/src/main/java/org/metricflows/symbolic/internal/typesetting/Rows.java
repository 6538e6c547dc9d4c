package org.metricflows.symbolic.internal.typesetting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A formula broken into rows before signs.
 *
 * <p>Signs in groups and plain brackets' groups stay; a row that ends between \left( and its \right
 * closes it by \right. and the next one opens it again.
 */
final class Rows {
  private static final int LONGEST = 110;

  private final String formula;
  private final List<String> rows = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private StringBuilder row = new StringBuilder();
  private int begun;

  private Rows(String formula) {
    this.formula = formula;
  }

  /** The rows, of about 110 characters at most where there are signs to break at. */
  static List<String> of(String formula) {
    return new Rows(formula).broken();
  }

  private List<String> broken() {
    for (int i = 0; i < formula.length(); i++) {
      char c = formula.charAt(i);
      if (isSign(i) && row.length() - begun > LONGEST && open.stream().noneMatch("{"::equals)) {
        next();
      }
      if (c == '{' && !escaped(i) || isCommand("left", i) || isCommand("begin", i)) {
        open.push(c == '{' ? "{" : isCommand("begin", i) ? "{" : "left");
      } else if (c == '}' && !escaped(i) || isCommand("right", i) || isCommand("end", i)) {
        open.poll();
      }
      row.append(c);
    }
    rows.add(row.toString());
    return rows;
  }

  private void next() {
    rows.add(row + " \\right.".repeat(open.size()));
    row = new StringBuilder("\\left. ".repeat(open.size()));
    begun = row.length();
  }

  /** A sum's sign, not a number's or an exponent's. */
  private boolean isSign(int i) {
    char c = formula.charAt(i);
    boolean first = row.toString().isBlank() || row.toString().matches("(?s).*[(=,&]\\s*");
    return (c == '+' || c == '-') && !first;
  }

  private boolean escaped(int i) {
    return i > 0 && formula.charAt(i - 1) == '\\';
  }

  private boolean isCommand(String name, int i) {
    int after = i + 1 + name.length();
    return formula.startsWith("\\" + name, i)
        && (after >= formula.length() || !Character.isLetter(formula.charAt(after)));
  }
}
