package org.metricflows.app.internal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.metricflows.app.internal.result.RunRecords;

/**
 * Several runs of one spec side by side: their losses and σ (without these, all their numbers), and
 * how far their metrics are apart.
 */
final class RunComparison {
  private static final List<String> TELLING = List.of("loss", "sigma");

  private final Map<String, JsonNode> results;
  private final List<String> names;
  private final String clock;

  RunComparison(Map<String, JsonNode> results) {
    this.results = new LinkedHashMap<>(results);
    this.names = List.copyOf(results.keySet());
    this.clock =
        results.values().stream()
            .map(result -> new RunRecords(result).clock())
            .distinct()
            .collect(Collectors.joining("/"));
  }

  String text() {
    List<String> tables = new ArrayList<>();
    quantities().forEach(quantity -> tables.add(quantity + "\n" + values(quantity)));
    distances().ifPresent(tables::add);
    return String.join("\n", tables);
  }

  private Set<String> quantities() {
    Set<String> numbers = new LinkedHashSet<>();
    results.values().forEach(result -> numbers.addAll(new RunRecords(result).numbers()));
    Set<String> telling = new LinkedHashSet<>(numbers);
    telling.retainAll(TELLING);
    return telling.isEmpty() ? numbers : telling;
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
    String key = RunRecords.metricKey(first());
    if (names.size() < 2 || record(names.get(0), times().get(0)).map(r -> r.get(key)).isEmpty()) {
      return Optional.empty();
    }
    List<String> others = names.subList(1, names.size());
    TextTable table = new TextTable().row(header(others));
    for (double t : times()) {
      List<String> row = new ArrayList<>(List.of(Numbers.brief(t)));
      for (String other : others) {
        row.add(distance(other, t));
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

  private JsonNode first() {
    return results.get(names.get(0)).get("records").path(0);
  }

  private String distance(String other, double t) {
    Optional<JsonNode> a = record(names.get(0), t);
    Optional<JsonNode> b = record(other, t);
    OptionalDouble distance =
        a.isPresent() && b.isPresent()
            ? RunRecords.metricDistance(a.get(), b.get())
            : OptionalDouble.empty();
    return distance.isPresent() ? Numbers.brief(distance.getAsDouble()) : "-";
  }

  private String[] header(List<String> names) {
    List<String> header = new ArrayList<>(List.of(clock));
    header.addAll(names);
    return header.toArray(String[]::new);
  }

  private List<Double> times() {
    return results.values().stream()
        .flatMap(result -> new RunRecords(result).times().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private Optional<JsonNode> record(String name, double t) {
    return new RunRecords(results.get(name)).at(t);
  }
}
