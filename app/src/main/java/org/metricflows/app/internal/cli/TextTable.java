package org.metricflows.app.internal.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of cells under one another, columns as wide as they must be, numbers at the right. */
final class TextTable {
  private final List<String[]> rows = new ArrayList<>();

  TextTable row(String... cells) {
    rows.add(cells.clone());
    return this;
  }

  @Override
  public String toString() {
    int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    int[] widths = new int[columns];
    rows.forEach(row -> Arrays.setAll(widths, c -> Math.max(widths[c], width(row, c))));
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < row.length; c++) {
        String space = " ".repeat(widths[c] - width(row, c));
        line.append(c == 0 ? "" : "  ").append(c == 0 ? row[c] + space : space + row[c]);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(String[] row, int column) {
    return column < row.length ? row[column].codePointCount(0, row[column].length()) : 0;
  }
}
