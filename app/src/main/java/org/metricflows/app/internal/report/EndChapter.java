package org.metricflows.app.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metricflows.app.internal.result.RunRecords;
import org.metricflows.app.internal.result.StoredRun;

/** Where runs end: the last record's numbers, and what the result says of the run as a whole. */
final class EndChapter {
  private final Map<String, StoredRun> runs;

  EndChapter(Map<String, StoredRun> runs) {
    this.runs = runs;
  }

  Chapter chapter() {
    List<List<Html>> rows = new ArrayList<>();
    List<Html> header = new ArrayList<>(List.of(Html.text("quantity")));
    runs.forEach((name, run) -> header.add(Html.text(name.isEmpty() ? "value" : name)));
    header.add(Html.text("unit"));
    header.add(Html.text("what"));
    rows.add(header);
    rows.add(statuses());
    for (String name : numbers()) {
      Quantity quantity = Quantity.named(name);
      List<Html> row = new ArrayList<>(List.of(Html.of("code", name)));
      runs.values().forEach(run -> row.add(Html.text(told(run.result(), name))));
      row.add(Html.text(quantity.unit()));
      row.add(Html.text(quantity.formula()));
      rows.add(row);
    }
    return new Chapter("end", "At the end", List.of(Html.stacking(rows)));
  }

  private List<Html> statuses() {
    List<Html> row = new ArrayList<>(List.of(Html.of("code", "status")));
    runs.values().forEach(run -> row.add(Html.text(run.result().path("status").asText())));
    row.add(Html.NOTHING);
    row.add(Html.text("completed, or why it stopped"));
    return row;
  }

  /** The clock, the records' numbers, and the numbers at the top of the result. */
  private Set<String> numbers() {
    Set<String> names = new LinkedHashSet<>();
    runs.values().forEach(run -> names.add(run.records().clock()));
    runs.values().forEach(run -> names.addAll(run.records().numbers()));
    runs.values()
        .forEach(
            run ->
                run.result().properties().stream()
                    .filter(entry -> entry.getValue().isNumber())
                    .forEach(entry -> names.add(entry.getKey())));
    Set<String> all = Set.copyOf(names);
    names.removeIf(name -> Quantity.isFormer(name, all) || isErrorOf(name, all));
    return names;
  }

  /** Whether it is told beside its number. */
  private static boolean isErrorOf(String name, Set<String> all) {
    return name.endsWith("_error") && all.contains(name.substring(0, name.length() - 6));
  }

  private static String told(JsonNode result, String name) {
    return Html.brief(value(result, name), value(result, name + "_error"));
  }

  private static double value(JsonNode result, String name) {
    JsonNode last = new RunRecords(result).last();
    return (last.has(name) ? last.path(name) : result.path(name)).asDouble(Double.NaN);
  }
}
