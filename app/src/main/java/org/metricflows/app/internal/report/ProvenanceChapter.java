package org.metricflows.app.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.app.internal.result.StoredRun;

/** How to come by the same numbers again: seeds, versions, the spec and the command. */
final class ProvenanceChapter {
  private final Map<String, StoredRun> runs;

  ProvenanceChapter(Map<String, StoredRun> runs) {
    this.runs = runs;
  }

  Chapter chapter() {
    List<Html> content = new ArrayList<>();
    content.add(
        Html.of(
            "p",
            "The same spec and seeds give the same bytes, whatever the number of threads. Save"
                + " the spec and run it:"));
    runs.forEach((name, run) -> content.add(reproduction(name, run)));
    content.add(seeds());
    content.add(versions());
    content.add(
        Html.of(
            "p class='note'",
            "All numbers of the runs are in their folders: series.csv, and fields.npz for NumPy,"
                + " where there are fields. docs/results.md tells what each file holds."));
    return new Chapter("again", "To have it again", content);
  }

  private static Html reproduction(String name, StoredRun run) {
    String file =
        (name.isEmpty() ? folder(run.folder()) : name).replaceAll("[^A-Za-z0-9._-]+", "-");
    return Html.joined(
        Html.of("pre", Html.of("code", "metricflows run " + file + ".yaml")),
        Html.of(
            "details",
            Html.of("summary", file + ".yaml"),
            Html.of("pre tabindex='0'", Html.of("code", run.spec()))),
        Html.download(file + ".yaml", run.spec(), "Save " + file + ".yaml"));
  }

  private static String folder(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? "spec" : name.toString();
  }

  private Html seeds() {
    List<List<Html>> rows = new ArrayList<>();
    rows.add(List.of(Html.text("run"), Html.text("seed"), Html.text("value")));
    runs.forEach(
        (name, run) ->
            seeds("", run.result().path("spec"))
                .forEach(
                    (key, value) ->
                        rows.add(
                            List.of(Html.text(name), Html.of("code", key), Html.text(value)))));
    return rows.size() == 1
        ? Html.of("p", "Nothing in it is random.")
        : Html.joined(Html.of("h3", "Seeds"), Html.table(rows));
  }

  private static Map<String, String> seeds(String path, JsonNode spec) {
    Map<String, String> seeds = new LinkedHashMap<>();
    spec.properties()
        .forEach(
            entry -> {
              String key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
              if (entry.getKey().equals("seed")) {
                seeds.put(key, entry.getValue().asText());
              } else if (entry.getValue().isObject()) {
                seeds.putAll(seeds(key, entry.getValue()));
              }
            });
    return seeds;
  }

  private Html versions() {
    List<List<Html>> rows = new ArrayList<>();
    rows.add(List.of(Html.text("program"), Html.text("version")));
    Map<String, String> versions = new LinkedHashMap<>();
    runs.values()
        .forEach(
            run ->
                run.result()
                    .path("versions")
                    .properties()
                    .forEach(
                        e ->
                            versions.merge(
                                e.getKey(),
                                e.getValue().asText(),
                                (a, b) -> a.contains(b) ? a : a + ", " + b)));
    versions.forEach((key, value) -> rows.add(List.of(Html.text(key), Html.text(value))));
    return Html.joined(Html.of("h3", "Versions"), Html.table(rows));
  }
}
