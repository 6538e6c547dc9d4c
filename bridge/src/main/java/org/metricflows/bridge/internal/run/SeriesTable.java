package org.metricflows.bridge.internal.run;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metricflows.bridge.observable.Vocabulary;

/**
 * The numbers among the entries of records, as comma-separated values: a column an entry, a row a
 * record. A list of numbers has a column an item, {@code metric_1}, {@code metric_2}, …; lists of
 * lists are left to result.json, but for the metric at test points, point by point; what a record
 * lacks or what is not finite is an empty cell.
 */
final class SeriesTable {

  private static final String TEST_POINTS = Vocabulary.METRIC_AT_TEST_POINTS.name();

  private SeriesTable() {}

  static String of(List<Map<String, Object>> records) {
    List<Map<String, Number>> rows = records.stream().map(SeriesTable::numbers).toList();
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
    for (Map<String, Number> row : rows) {
      String separator = "";
      for (String column : columns) {
        text.append(separator).append(cell(row.get(column)));
        separator = ",";
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static Map<String, Number> numbers(Map<String, Object> record) {
    Map<String, Number> numbers = new LinkedHashMap<>();
    record.forEach(
        (name, value) -> {
          List<?> items = name.equals(TEST_POINTS) ? flat(value) : items(value);
          for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Number number) {
              numbers.put(value instanceof Number ? name : name + "_" + (i + 1), number);
            }
          }
        });
    return numbers;
  }

  /** All numbers of lists in lists: the metric at each test point in turn. */
  private static List<?> flat(Object value) {
    List<?> rows = value instanceof double[][] table ? Arrays.asList(table) : (List<?>) value;
    return rows.stream().flatMap(row -> items(row).stream()).toList();
  }

  private static List<?> items(Object value) {
    if (value instanceof double[] array) {
      return Arrays.stream(array).boxed().toList();
    }
    return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
  }

  private static String cell(Number value) {
    if (value instanceof Double number) {
      return Double.isFinite(number) ? NumberOutput.toString(number, true) : "";
    }
    return value == null ? "" : value.toString();
  }
}
