package org.metricflows.app.internal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.app.internal.figure.FigureFolder;
import org.metricflows.app.internal.figure.RunFigures;
import org.metricflows.app.internal.result.Finding;
import org.metricflows.app.internal.result.RunGroup;
import org.metricflows.app.internal.result.RunRecords;

/** Tells what came of one run, or of several side by side. */
final class RunReport {
  private final Path folder;
  private final Map<String, JsonNode> results = new LinkedHashMap<>();

  /**
   * @param folder where the results are
   */
  RunReport(Path folder) {
    this.folder = folder;
  }

  /** Adds what the result.json of a variant holds. */
  void add(String variant, String result) {
    results.put(variant, Json.read(result));
  }

  /**
   * Draws what there is to draw and writes down what was found, of each run in its folder and of
   * several together above them.
   */
  void draw() {
    Map<String, Path> folders = RunGroup.folders(folder, List.copyOf(results.keySet()));
    results.forEach((name, result) -> draw(folders.get(name), Map.of("", result)));
    if (!isSingle()) {
      draw(folder, results);
    }
  }

  private static void draw(Path folder, Map<String, JsonNode> results) {
    new FigureFolder(folder).write(new RunFigures(results).all());
    Finding.of(results).writeTo(folder);
  }

  ExitCode print(Console console, boolean json) {
    if (json) {
      console.json(isSingle() ? single() : Map.of("variants", results));
    } else {
      console.print(text());
    }
    boolean completed = true;
    for (Map.Entry<String, JsonNode> entry : results.entrySet()) {
      String status = entry.getValue().get("status").asText();
      if (!status.equals("completed")) {
        completed = false;
        String name = entry.getKey().isEmpty() ? "" : entry.getKey() + " ";
        String at = Numbers.brief(entry.getValue().get("stopped_at").asDouble());
        String clock = new RunRecords(entry.getValue()).clock();
        console.note("metricflows: " + name + status + " (at " + clock + " = " + at + ")");
      }
      for (JsonNode check : entry.getValue().path("checks")) {
        if (!check.get("passed").asBoolean()) {
          completed = false;
          String name = entry.getKey().isEmpty() ? "" : entry.getKey() + " ";
          console.note("metricflows: " + name + "check failed: " + check.get("name").asText());
        }
      }
    }
    return completed ? ExitCode.DONE : ExitCode.STOPPED;
  }

  private boolean isSingle() {
    return results.containsKey("");
  }

  private JsonNode single() {
    return results.values().iterator().next();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    String title = results.values().iterator().next().at("/spec/title").asText();
    if (!title.isEmpty()) {
      text.append(title).append("\n\n");
    }
    text.append(isSingle() ? RecordTable.of(single()) : new RunComparison(results).text());
    text.append('\n').append(Finding.of(results).sentence()).append("\n\n").append(effort());
    text.append("results: ").append(folder).append('\n');
    return text.toString();
  }

  private String effort() {
    StringBuilder text = new StringBuilder();
    results.forEach(
        (name, result) ->
            text.append(name.isEmpty() ? "" : name + ": ")
                .append(result.get("status").asText())
                .append(", ")
                .append(result.get("evaluations").asLong())
                .append(" evaluations, ")
                .append(Numbers.brief(result.get("cpu_seconds").asDouble()))
                .append(" CPU seconds\n"));
    return text.toString();
  }
}
