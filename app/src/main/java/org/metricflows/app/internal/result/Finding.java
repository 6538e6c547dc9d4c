package org.metricflows.app.internal.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.metricflows.bridge.internal.run.WholeFile;

/**
 * What was found, in one sentence: how a run ended and what became of what it measured; the same of
 * variants, side by side; the power laws of a sweep.
 *
 * @param sentence the sentence, from its capital letter to its full stop
 */
public record Finding(String sentence) {
  private static final int MOST_OF_ONE = 4;
  private static final int MOST_OF_SEVERAL = 2;
  private static final int MOST_SLOPES = 4;

  /** What one run has found. */
  public static Finding of(JsonNode result) {
    RunRecords run = new RunRecords(result);
    List<String> clauses = new ArrayList<>();
    for (Fact fact : new Facts(run).all()) {
      if (fact.certain() || clauses.size() < MOST_OF_ONE) {
        clauses.add(fact.subject() + " " + fact.predicate());
      }
    }
    return of(span(run), clauses, "the run said nothing of itself");
  }

  /** What variants have found, by their names; one without a name is a run alone. */
  public static Finding of(Map<String, JsonNode> results) {
    if (results.containsKey("")) {
      return of(results.get(""));
    }
    Map<String, RunRecords> runs = new LinkedHashMap<>();
    results.forEach((name, result) -> runs.put(name, new RunRecords(result)));
    Map<String, Map<String, String>> told = sideBySide(runs);
    List<String> clauses = new ArrayList<>();
    told.forEach((saying, values) -> clauses.add(saying + " " + named(values)));
    Map<String, String> distances = distances(runs);
    if (!distances.isEmpty()) {
      String first = runs.keySet().iterator().next();
      clauses.add("g differs from that of " + first + " by " + named(distances));
    }
    return of("", clauses, "the runs said nothing of themselves");
  }

  /** What a sweep has found, by what its sweep.json holds. */
  public static Finding ofSweep(JsonNode sweep) {
    List<String> clauses = new ArrayList<>();
    for (JsonNode slope : sweep.path("slopes")) {
      if (clauses.size() < MOST_SLOPES) {
        clauses.add(law(slope));
      }
    }
    if (clauses.isEmpty()) {
      extremes(sweep).ifPresent(clauses::add);
    }
    long members = sweep.path("members").size();
    long completed =
        sweep.path("members").findValuesAsText("status").stream()
            .filter("completed"::equals)
            .count();
    if (completed < members || clauses.isEmpty()) {
      clauses.add(completed + " of " + members + " runs were completed");
    }
    return of("in the sweep ", clauses, "");
  }

  /** Where the first measure is least and where it is greatest. */
  private static Optional<String> extremes(JsonNode sweep) {
    String measure = sweep.path("measures").path(0).asText();
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode row : sweep.path("rows")) {
      if (row.path(measure).path("mean").isNumber()) {
        rows.add(row);
      }
    }
    rows.sort(Comparator.comparingDouble(row -> row.path(measure).path("mean").asDouble()));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            measure
                + " goes from "
                + mean(sweep, rows.get(0), measure)
                + " to "
                + mean(sweep, rows.get(rows.size() - 1), measure));
  }

  private static String mean(JsonNode sweep, JsonNode row, String measure) {
    JsonNode mean = row.path(measure);
    String at =
        sweep.path("sweep").properties().stream()
            .map(Map.Entry::getKey)
            .filter(row::has)
            .map(key -> key + ": " + row.path(key).asText())
            .collect(Collectors.joining(", "));
    double error = mean.path("standard_error").asDouble(Double.NaN);
    return new Measured(mean.path("mean").asDouble(), error) + " at " + at;
  }

  /**
   * Writes it into a folder, as {@code finding.txt}.
   *
   * @throws org.metricflows.bridge.internal.run.RunFolderException if it cannot be written
   */
  public void writeTo(Path folder) {
    WholeFile.write(
        folder.resolve("finding.txt"), (sentence + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static Finding of(String before, List<String> clauses, String nothing) {
    String text = clauses.isEmpty() ? nothing : String.join("; ", clauses);
    String whole = before + text;
    String first = whole.substring(0, 1);
    boolean isSymbol = first.charAt(0) > 'z';
    return new Finding(
        (isSymbol ? first : first.toUpperCase(Locale.ROOT)) + whole.substring(1) + ".");
  }

  /** Over which the records run. */
  private static String span(RunRecords run) {
    List<Double> times = run.times();
    if (times.size() < 2) {
      return "";
    }
    return "from "
        + run.clock()
        + " = "
        + Measured.of(times.get(0))
        + " to "
        + Measured.of(times.get(times.size() - 1))
        + ": ";
  }

  /** What is said of several runs, and of some if it must be said: values by what precedes them. */
  private static Map<String, Map<String, String>> sideBySide(Map<String, RunRecords> runs) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    Set<String> certain = new LinkedHashSet<>();
    runs.forEach(
        (name, run) -> {
          for (Fact fact : new Facts(run).all()) {
            String saying = fact.subject() + " " + fact.verb();
            all.computeIfAbsent(saying, key -> new LinkedHashMap<>()).put(name, fact.value());
            if (fact.certain()) {
              certain.add(saying);
            }
          }
        });
    Set<String> shared =
        all.keySet().stream()
            .filter(saying -> !certain.contains(saying) && all.get(saying).size() > 1)
            .limit(MOST_OF_SEVERAL)
            .collect(Collectors.toSet());
    all.keySet().removeIf(saying -> !certain.contains(saying) && !shared.contains(saying));
    return all;
  }

  private static String named(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
        .collect(Collectors.joining(", "));
  }

  /** The largest difference of a component of g from that of the first, at the last record. */
  private static Map<String, String> distances(Map<String, RunRecords> runs) {
    RunRecords first = runs.values().iterator().next();
    Map<String, String> distances = new LinkedHashMap<>();
    runs.forEach(
        (name, run) -> {
          OptionalDouble distance = RunRecords.metricDistance(first.last(), run.last());
          if (run != first && sameTime(first, run) && distance.isPresent()) {
            distances.put(name, Measured.of(distance.getAsDouble()).toString());
          }
        });
    return distances;
  }

  private static boolean sameTime(RunRecords a, RunRecords b) {
    return a.last().path(a.clock()).equals(b.last().path(b.clock()));
  }

  private static String law(JsonNode slope) {
    double error = slope.path("standard_error").asDouble(Double.NaN);
    Measured exponent = new Measured(slope.path("slope").asDouble(), error);
    String others =
        slope.path("at").properties().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue().asText())
            .collect(Collectors.joining(", "));
    return "%s goes like %s^(%s)%s"
        .formatted(
            slope.path("measure").asText(),
            slope.path("against").asText(),
            exponent,
            others.isEmpty() ? "" : " at " + others);
  }
}
