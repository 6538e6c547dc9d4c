package org.metricflows.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several runs of one spec side by side: their losses, and how far their metrics are apart. */
final class RunComparison {
  private final Map<String, JsonNode> results;
  private final List<String> names;

  RunComparison(Map<String, JsonNode> results) {
    this.results = new LinkedHashMap<>(results);
    this.names = List.copyOf(results.keySet());
  }

  String text() {
    StringBuilder text = new StringBuilder("loss\n").append(losses());
    distances().ifPresent(text::append);
    return text.toString();
  }

  private String losses() {
    TextTable table = new TextTable().row(header(names));
    for (double t : times()) {
      List<String> row = new ArrayList<>(List.of(Numbers.brief(t)));
      for (String name : names) {
        row.add(
            record(name, t)
                .map(r -> r.get("loss"))
                .map(l -> Numbers.brief(l.asDouble()))
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
        "\nlargest difference of a component of g from "
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

  private static String[] header(List<String> names) {
    List<String> header = new ArrayList<>(List.of("t"));
    header.addAll(names);
    return header.toArray(String[]::new);
  }

  private List<Double> times() {
    return results.values().stream()
        .flatMap(result -> result.get("records").findValues("t").stream())
        .map(JsonNode::asDouble)
        .distinct()
        .sorted()
        .toList();
  }

  private Optional<JsonNode> record(String name, double t) {
    for (JsonNode record : results.get(name).get("records")) {
      if (record.get("t").asDouble() == t) {
        return Optional.of(record);
      }
    }
    return Optional.empty();
  }
}
