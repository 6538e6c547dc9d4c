package org.metricflows.bridge.internal.spec;

import java.util.List;

/** Reads rectangular lists of lists of numbers. */
final class Tables {
  private Tables() {}

  /** A table of that shape; a size of 0 is free, the first row then sets the columns. */
  static Table read(Value value, int rows, int columns, String what) {
    String shape =
        "a list of "
            + (rows > 0 ? rows + " " : "")
            + what
            + (columns > 0 ? " of " + columns + numbers(columns) : "");
    List<Value> items = value.items(shape);
    if (rows > 0 && items.size() != rows) {
      throw value.mustBe(shape);
    }
    double[][] table = new double[items.size()][];
    int width = columns;
    for (int i = 0; i < table.length; i++) {
      table[i] = row(items.get(i), width);
      width = table[i].length;
    }
    return Table.of(table);
  }

  private static double[] row(Value row, int columns) {
    String shape = columns > 0 ? "a list of " + columns + numbers(columns) : "a list of numbers";
    List<Value> items = row.items(shape);
    if (columns > 0 && items.size() != columns) {
      throw row.mustBe(shape);
    }
    return items.stream().mapToDouble(Value::number).toArray();
  }

  private static String numbers(int n) {
    return n == 1 ? " number" : " numbers";
  }
}
