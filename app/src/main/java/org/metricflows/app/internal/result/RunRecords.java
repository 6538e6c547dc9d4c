package org.metricflows.app.internal.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The records of one run.
 *
 * @param result what its result.json holds
 */
public record RunRecords(JsonNode result) {
  private static final String AT_TEST_POINTS = "metric_at_test_points";
  private static final String AT_POINTS = "metric_at_points";

  /** What runs through the records, their first entry: {@code t}, or {@code epoch}. */
  public String clock() {
    Iterator<String> names = records().path(0).fieldNames();
    return names.hasNext() ? names.next() : "t";
  }

  /** The values of the clock. */
  public List<Double> times() {
    List<Double> times = new ArrayList<>();
    records().findValues(clock()).forEach(time -> times.add(time.asDouble()));
    return times;
  }

  /** The record at a value of the clock. */
  public Optional<JsonNode> at(double time) {
    String clock = clock();
    for (JsonNode record : records()) {
      if (record.path(clock).asDouble() == time) {
        return Optional.of(record);
      }
    }
    return Optional.empty();
  }

  /** The last record, missing if there is none. */
  public JsonNode last() {
    return records().isEmpty() ? MissingNode.getInstance() : records().get(records().size() - 1);
  }

  /** The entries of records that are numbers, but for the clock. */
  public Set<String> numbers() {
    Set<String> numbers = new LinkedHashSet<>();
    for (JsonNode record : records()) {
      record.properties().stream()
          .filter(entry -> entry.getValue().isNumber())
          .forEach(entry -> numbers.add(entry.getKey()));
    }
    numbers.remove(clock());
    return numbers;
  }

  private JsonNode records() {
    return result.path("records");
  }

  /** The entry that holds the metric: at the test points, or without them the sample points. */
  public static String metricKey(JsonNode record) {
    return record.has(AT_TEST_POINTS) ? AT_TEST_POINTS : AT_POINTS;
  }

  /**
   * The largest difference of a component of the metric between two records; none unless both have
   * it at the same number of points.
   */
  public static OptionalDouble metricDistance(JsonNode record, JsonNode other) {
    JsonNode a = record.path(metricKey(record));
    JsonNode b = other.path(metricKey(record));
    if (a.isEmpty() || a.size() != b.size()) {
      return OptionalDouble.empty();
    }
    double largest = 0;
    for (int p = 0; p < a.size(); p++) {
      for (int c = 0; c < a.get(p).size(); c++) {
        double difference = a.get(p).get(c).asDouble() - b.get(p).path(c).asDouble();
        largest = Math.max(largest, Math.abs(difference));
      }
    }
    return OptionalDouble.of(largest);
  }
}
