package org.metricflows.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Several runs of one spec side by side: their losses (without a loss, all their numbers), and how
 * far their metrics are apart.
 */
final class RunComparison {
  private final Map<String, JsonNode> results;
  private final List<String> names;
  private final String clock;

  RunComparison(Map<String, JsonNode> results) {
    this.results = new LinkedHashMap<>(results);
    this.names = List.copyOf(results.keySet());
    this.clock = clock(results.get(names.get(0)));
  }

  /** What runs through the records of a result, their first entry: {@code t}, or {@code epoch}. */
  static String clock(JsonNode result) {
    Iterator<String> names = result.get("records").path(0).fieldNames();
    return names.hasNext() ? names.next() : "t";
  }

  String text() {
    List<String> tables = new ArrayList<>();
    quantities().forEach(quantity -> tables.add(quantity + "\n" + values(quantity)));
    distances().ifPresent(tables::add);
    return String.join("\n", tables);
  }

  private Set<String> quantities() {
    Set<String> numbers = new LinkedHashSet<>();
    for (JsonNode result : results.values()) {
      for (JsonNode record : result.get("records")) {
        record.properties().stream()
            .filter(entry -> entry.getValue().isNumber())
            .forEach(entry -> numbers.add(entry.getKey()));
      }
    }
    numbers.remove(clock);
    return numbers.contains("loss") ? Set.of("loss") : numbers;
  }

  private String values(String quantity) {
    TextTable table = new TextTable().row(header(names));
    for (double t : times()) {
      List<String> row = new ArrayList<>(List.of(Numbers.brief(t)));
      for (String name : names) {
        row.add(
            record(name, t)
                .map(r -> r.get(quantity))
                .map(value -> Numbers.brief(value.asDouble()))
                .orElse("-"));
      }
      table.row(row.toArray(String[]::new));
    }
    return table.toString();
  }

  /** The largest difference of a component from the first variant's; none without common points. */
  private Optional<String> distances() {
    String key = key();
    if (names.size() < 2 || record(names.get(0), times().get(0)).map(r -> r.get(key)).isEmpty()) {
      return Optional.empty();
    }
    List<String> others = names.subList(1, names.size());
    TextTable table = new TextTable().row(header(others));
    for (double t : times()) {
      List<String> row = new ArrayList<>(List.of(Numbers.brief(t)));
      for (String other : others) {
        row.add(distance(other, t, key));
      }
      table.row(row.toArray(String[]::new));
    }
    String where = key.equals("metric_at_points") ? "sample points" : "test points";
    return Optional.of(
        "largest difference of a component of g from "
            + names.get(0)
            + ", at the "
            + where
            + "\n"
            + table);
  }

  private String key() {
    return first().has("metric_at_test_points") ? "metric_at_test_points" : "metric_at_points";
  }

  private JsonNode first() {
    return results.get(names.get(0)).get("records").path(0);
  }

  private String distance(String other, double t, String key) {
    Optional<JsonNode> a = record(names.get(0), t).map(r -> r.get(key));
    Optional<JsonNode> b = record(other, t).map(r -> r.get(key));
    if (a.isEmpty() || b.isEmpty() || a.get().size() != b.get().size()) {
      return "-";
    }
    double largest = 0;
    for (int p = 0; p < a.get().size(); p++) {
      for (int c = 0; c < a.get().get(p).size(); c++) {
        double difference = a.get().get(p).get(c).asDouble() - b.get().get(p).path(c).asDouble();
        largest = Math.max(largest, Math.abs(difference));
      }
    }
    return Numbers.brief(largest);
  }

  private String[] header(List<String> names) {
    List<String> header = new ArrayList<>(List.of(clock));
    header.addAll(names);
    return header.toArray(String[]::new);
  }

  private List<Double> times() {
    return results.values().stream()
        .flatMap(result -> result.get("records").findValues(clock).stream())
        .map(JsonNode::asDouble)
        .distinct()
        .sorted()
        .toList();
  }

  private Optional<JsonNode> record(String name, double t) {
    for (JsonNode record : results.get(name).get("records")) {
      if (record.get(clock).asDouble() == t) {
        return Optional.of(record);
      }
    }
    return Optional.empty();
  }
}
