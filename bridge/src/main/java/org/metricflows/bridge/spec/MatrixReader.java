package org.metricflows.bridge.spec;

import java.util.List;

/** Reads symmetric d×d matrices of expressions. */
final class MatrixReader {
  private MatrixReader() {}

  static List<List<String>> read(Value value, ChartSpec chart) {
    int d = chart.dimension();
    String shape = "a list of " + d + " rows of " + d + " expressions (one per coordinate)";
    List<Value> rows = value.items(shape);
    if (rows.size() != d) {
      throw value.mustBe(shape);
    }
    List<List<Value>> entries = rows.stream().map(row -> row(row, d)).toList();
    List<List<String>> matrix =
        entries.stream().map(row -> row.stream().map(Value::expression).toList()).toList();
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        checkEqual(entries.get(i).get(j), matrix.get(i).get(j), matrix.get(j).get(i));
      }
    }
    return matrix;
  }

  private static List<Value> row(Value row, int d) {
    List<Value> items = row.items("a row of " + d + " expressions");
    if (items.size() != d) {
      throw row.mustBe("a row of " + d + " expressions");
    }
    return items;
  }

  private static void checkEqual(Value below, String lower, String upper) {
    if (!lower.replaceAll("\\s", "").equals(upper.replaceAll("\\s", ""))) {
      throw below.error(
          "must be symmetric, but is '" + lower + "' where its mirror image is '" + upper + "'");
    }
  }
}
