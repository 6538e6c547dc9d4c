package org.metricflows.bridge.run;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers among the entries of records, as comma-separated values: a column an entry, a row a
 * record. Entries that are lists are left to result.json; what a record lacks or what is not finite
 * is an empty cell.
 */
final class SeriesTable {

  private SeriesTable() {}

  static String of(List<Map<String, Object>> records) {
    Set<String> columns = columns(records);
    StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
    for (Map<String, Object> record : records) {
      String separator = "";
      for (String column : columns) {
        text.append(separator).append(cell(record.get(column)));
        separator = ",";
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static Set<String> columns(List<Map<String, Object>> records) {
    Set<String> columns = new LinkedHashSet<>();
    for (Map<String, Object> record : records) {
      record.forEach(
          (name, value) -> {
            if (value instanceof Number) {
              columns.add(name);
            }
          });
    }
    return columns;
  }

  private static String cell(Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number) ? NumberOutput.toString(number, true) : "";
    }
    return value instanceof Number number ? number.toString() : "";
  }
}
