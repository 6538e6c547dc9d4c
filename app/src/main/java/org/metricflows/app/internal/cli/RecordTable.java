package org.metricflows.app.internal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The records of one run as a table: numbers and short lists of numbers, a row a record; and the
 * metric at few test points, a column a point.
 */
final class RecordTable {
  private static final String TEST_POINTS = "metric_at_test_points";
  private static final int LONGEST_LIST = 36;

  /** Numbers at all test points together, beyond which they are left to series.csv. */
  private static final int MOST_AT_POINTS = 12;

  private RecordTable() {}

  /**
   * @param result what result.json holds
   */
  static String of(JsonNode result) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (JsonNode record : result.get("records")) {
      Map<String, String> row = row(record, result.at("/spec/test_points"));
      row.keySet().stream().filter(c -> !columns.contains(c)).forEach(columns::add);
      rows.add(row);
    }
    TextTable table = new TextTable().row(columns.toArray(String[]::new));
    for (Map<String, String> row : rows) {
      table.row(columns.stream().map(c -> row.getOrDefault(c, "NaN")).toArray(String[]::new));
    }
    return table.toString();
  }

  private static Map<String, String> row(JsonNode record, JsonNode points) {
    Map<String, String> row = new LinkedHashMap<>();
    record
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              if (isBrief(value)) {
                row.put(entry.getKey(), text(value));
              } else if (entry.getKey().equals(TEST_POINTS)
                  && value.size() * value.path(0).size() <= MOST_AT_POINTS) {
                for (int p = 0; p < value.size(); p++) {
                  row.put("g(" + text(points.path(p)) + ")", text(value.get(p)));
                }
              }
            });
    return row;
  }

  /** Numbers and short lists of numbers fit a cell. */
  private static boolean isBrief(JsonNode value) {
    return value.isNumber()
        || (value.isArray()
            && !value.isEmpty()
            && value.size() <= LONGEST_LIST
            && value.path(0).isValueNode());
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return Numbers.brief(value.asDouble(Double.NaN));
    }
    StringJoiner items = new StringJoiner(", ");
    value.forEach(item -> items.add(Numbers.brief(item.asDouble(Double.NaN))));
    return items.toString();
  }
}
