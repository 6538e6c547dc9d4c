package org.metricflows.app.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.app.internal.result.StoredRun;
import org.metricflows.bridge.internal.spec.SpecDocumentation;

/**
 * What each key of a spec means, beside its value; the keys in which runs differ have a column
 * each.
 */
final class SpecChapter {
  private final Map<String, Map<String, String>> values = new LinkedHashMap<>();
  private final Map<String, String> meanings = new LinkedHashMap<>();

  SpecChapter(Map<String, StoredRun> runs) {
    runs.forEach((name, run) -> values.put(name, leaves(run.result().path("spec"))));
    Map<String, String> first = values.values().iterator().next();
    first.keySet().forEach(path -> meanings.put(path, meaning(path, first.keySet())));
    values
        .values()
        .forEach(
            leaves ->
                leaves
                    .keySet()
                    .forEach(p -> meanings.computeIfAbsent(p, q -> meaning(q, leaves.keySet()))));
  }

  Chapter chapter() {
    List<Html> content = new ArrayList<>();
    List<String> differing = meanings.keySet().stream().filter(this::differs).toList();
    if (!differing.isEmpty()) {
      content.add(Html.of("p", "The runs differ in these keys:"));
      content.add(differences(differing));
    }
    List<List<Html>> rows = new ArrayList<>();
    rows.add(List.of(Html.text("key"), Html.text("value"), Html.text("meaning")));
    meanings.forEach(
        (path, meaning) -> {
          if (!differs(path)) {
            rows.add(
                List.of(
                    Html.of("code", path),
                    Html.of("code", value(values.keySet().iterator().next(), path)),
                    Html.prose(meaning)));
          }
        });
    content.add(Html.stacking(rows));
    return new Chapter("spec", "The spec, key by key", content);
  }

  private Html differences(List<String> paths) {
    List<List<Html>> rows = new ArrayList<>();
    List<Html> header = new ArrayList<>(List.of(Html.text("key")));
    values.keySet().forEach(name -> header.add(Html.text(name)));
    header.add(Html.text("meaning"));
    rows.add(header);
    for (String path : paths) {
      List<Html> row = new ArrayList<>(List.of(Html.of("code", path)));
      values.keySet().forEach(name -> row.add(Html.of("code", value(name, path))));
      row.add(Html.prose(meanings.get(path)));
      rows.add(row);
    }
    return Html.stacking(rows);
  }

  private String value(String run, String path) {
    return values.get(run).getOrDefault(path, "–");
  }

  private boolean differs(String path) {
    return values.values().stream().map(leaves -> leaves.getOrDefault(path, "")).distinct().count()
        > 1;
  }

  /** The values by their dotted paths; a list is one value. */
  private static Map<String, String> leaves(JsonNode spec) {
    Map<String, String> leaves = new LinkedHashMap<>();
    collect("", spec, leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode value, Map<String, String> leaves) {
    if (value.isObject() && !value.isEmpty()) {
      String prefix = path.isEmpty() ? "" : path + ".";
      value.properties().forEach(e -> collect(prefix + e.getKey(), e.getValue(), leaves));
    } else {
      leaves.put(path, value.isTextual() ? value.asText() : value.toString().replace(",", ", "));
    }
  }

  /** What the key means, or the nearest one above it that is documented. */
  private static String meaning(String path, Iterable<String> all) {
    for (String key = path; ; key = key.substring(0, key.lastIndexOf('.'))) {
      Optional<String> found = documented(key, all);
      if (found.isPresent() || key.indexOf('.') < 0) {
        return found.orElse("");
      }
    }
  }

  private static Optional<String> documented(String key, Iterable<String> all) {
    return SpecDocumentation.explain(key).stream()
        .filter(entry -> entry.path().equals(key) && states(entry.space(), all))
        .map(SpecDocumentation.Entry::meaning)
        .findFirst();
  }

  private static boolean states(String space, Iterable<String> paths) {
    for (String path : paths) {
      if (path.startsWith(space + ".")) {
        return true;
      }
    }
    return false;
  }
}
