package org.metricflows.app.internal.figure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.metricflows.app.internal.plot.Axis;
import org.metricflows.app.internal.plot.Figure;
import org.metricflows.app.internal.plot.Series;
import org.metricflows.app.internal.result.RunRecords;

/**
 * What can be drawn of runs.
 *
 * @param results what their result.json hold, by the names of variants; one run alone has none
 */
public record RunFigures(Map<String, JsonNode> results) {

  private static final List<String> EVOLUTION = List.of("ntk_drift", "alignment", "effective_rank");

  public RunFigures {
    results = new LinkedHashMap<>(results);
  }

  /** Figures by their names; those of which the runs say nothing are not there. */
  public Map<String, Figure> all() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    add(figures, "learning-curves", learningCurves());
    add(figures, "ntk-spectrum", spectra());
    add(figures, "ntk-histogram", new SpectrumHistogram(results).figure());
    add(figures, "ntk-evolution", evolution());
    add(figures, "locality", locality());
    if (!figures.containsKey("learning-curves")) {
      figures.putAll(new SeriesFigures(results).all());
    }
    return figures;
  }

  private static void add(Map<String, Figure> figures, String name, Figure figure) {
    if (!figure.series().isEmpty()) {
      figures.put(name, figure);
    }
  }

  /** Runs by another clock than the first, such as optima solved for, are levels. */
  private Figure learningCurves() {
    String clock = records(results.values().iterator().next()).clock();
    double end =
        results.values().stream()
            .map(RunFigures::records)
            .filter(records -> records.clock().equals(clock))
            .mapToDouble(records -> records.last().path(clock).asDouble())
            .max()
            .orElse(0);
    List<Series> series = new ArrayList<>();
    results.forEach(
        (name, result) -> {
          RunRecords run = records(result);
          if (!run.last().has("sigma")) {
            return;
          }
          String label = label(name, "sigma");
          if (run.clock().equals(clock)) {
            series.add(sigma(label, result, clock));
          } else {
            double level = run.last().path("sigma").asDouble();
            series.add(Series.dashed(label, new double[] {0, end}, new double[] {level, level}));
          }
        });
    return new Figure(
        "Learning curves",
        Axis.linear(clock),
        Axis.logarithmic("sigma at points held out"),
        series);
  }

  private static Series sigma(String label, JsonNode result, String clock) {
    Series series = Series.line(label, recorded(result, clock), recorded(result, "sigma"));
    return records(result).last().has("sigma_error")
        ? series.withErrors(recorded(result, "sigma_error"))
        : series;
  }

  private Figure spectra() {
    List<Series> series = new ArrayList<>();
    results.forEach(
        (name, result) -> {
          JsonNode records = result.path("records");
          if (records.size() > 1 && records.path(0).has("ntk_spectrum")) {
            double[] start = numbers(records.path(0).path("ntk_spectrum"));
            double[] end = numbers(records(result).last().path("ntk_spectrum"));
            series.add(Series.dashed(label(name, "at the start"), ranks(start), start));
            series.add(Series.line(label(name, "at the end"), ranks(end), end));
          }
        });
    return new Figure(
        "Spectrum of the metric tangent kernel",
        Axis.logarithmic("rank"),
        Axis.logarithmic("eigenvalue"),
        series);
  }

  private Figure evolution() {
    List<Series> series = new ArrayList<>();
    results.forEach(
        (name, result) -> {
          double[] times = recorded(result, records(result).clock());
          boolean projected = records(result).last().has("projection_defect"); // of P, not of Θ
          for (String key : EVOLUTION) {
            if (!projected && records(result).last().has(key)) {
              series.add(
                  Series.line(label(name, key.replace('_', ' ')), times, recorded(result, key)));
            }
          }
        });
    return new Figure(
        "The metric tangent kernel on its way",
        Axis.linear(records(results.values().iterator().next()).clock()),
        Axis.logarithmic("value"),
        series);
  }

  private Figure locality() {
    List<Series> series = new ArrayList<>();
    results.forEach(
        (name, result) -> {
          JsonNode curve = result.path("locality");
          if (!curve.isEmpty()) {
            series.add(
                Series.line(label(name, "gain"), column(curve, "distance"), column(curve, "gain")));
          }
        });
    return new Figure(
        "Where a training point is felt",
        Axis.logarithmic("distance from the training point"),
        Axis.logarithmic("factor gained in the loss"),
        series);
  }

  /** A variant's name before what is drawn, unless that is all that is drawn of it. */
  private static String label(String name, String what) {
    if (name.isEmpty()) {
      return what;
    }
    return what.equals("sigma") || what.equals("gain") ? name : name + ", " + what;
  }

  private static RunRecords records(JsonNode result) {
    return new RunRecords(result);
  }

  /** An entry of each record. */
  private static double[] recorded(JsonNode result, String key) {
    return column(result.path("records"), key);
  }

  private static double[] column(JsonNode rows, String key) {
    return StreamSupport.stream(rows.spliterator(), false)
        .mapToDouble(row -> row.path(key).asDouble(Double.NaN))
        .toArray();
  }

  private static double[] numbers(Iterable<JsonNode> values) {
    return StreamSupport.stream(values.spliterator(), false)
        .mapToDouble(value -> value.asDouble(Double.NaN))
        .toArray();
  }

  private static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = i + 1;
    }
    return ranks;
  }
}
