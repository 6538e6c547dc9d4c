package org.metricflows.app.internal.figure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.metricflows.app.internal.plot.Axis;
import org.metricflows.app.internal.plot.Figure;
import org.metricflows.app.internal.plot.Series;
import org.metricflows.app.internal.result.RunRecords;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Vocabulary;

/**
 * What records say against time, a figure an observable: of several runs a curve each.
 *
 * @param results what their result.json hold, by the names of variants
 */
record SeriesFigures(Map<String, JsonNode> results) {

  /** Those that say most of a flow; what trainings have is drawn together elsewhere. */
  private static final List<Observable> DRAWN =
      List.of(
          Vocabulary.RICCI_DISTANCE,
          Vocabulary.EXACT_DISTANCE,
          Vocabulary.PROJECTION_DEFECT,
          Vocabulary.PERELMAN_F,
          Vocabulary.LOSS,
          Vocabulary.INT_R2,
          Vocabulary.R,
          Vocabulary.R_MIN,
          Vocabulary.R_MAX,
          Vocabulary.NECK_RADIUS,
          Vocabulary.MAXIMAL_RADIUS,
          Vocabulary.VOLUME,
          Vocabulary.RADIUS_SQUARED_RATE,
          Vocabulary.FIRST_INTEGRAL_ERROR,
          Vocabulary.MINIMUM_EIGENVALUE);

  /** From this factor on, equal factors are easier to see than equal steps. */
  private static final double WIDE = 30;

  private static final double AS_IT_WAS = 1e-6;
  private static final int FEWEST = 3;

  /** Figures by the names of observables; what does not move is not drawn. */
  Map<String, Figure> all() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (Observable observable : DRAWN) {
      List<Series> series = new ArrayList<>();
      results.forEach(
          (name, result) -> {
            double[] values = column(result, observable.name());
            if (moves(values)) {
              String label = name.isEmpty() ? observable.name() : name;
              series.add(Series.line(label, column(result, clock(result)), values));
            }
          });
      if (!series.isEmpty()) {
        figures.put(observable.name(), figure(observable, series));
      }
    }
    return figures;
  }

  private Figure figure(Observable observable, List<Series> series) {
    double[] times = series.stream().flatMapToDouble(s -> Arrays.stream(s.x())).toArray();
    double[] values =
        series.stream()
            .flatMapToDouble(s -> Arrays.stream(s.y()))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    String unit = observable.unit().equals("1") ? "" : "  [" + observable.unit() + "]";
    String label = observable.name() + unit;
    double least = Arrays.stream(values).filter(v -> v > 0).findFirst().orElse(Double.NaN);
    boolean wide = values[0] >= 0 && values[values.length - 1] >= WIDE * least;
    return new Figure(
        observable.name(),
        Axis.ofTimes(clock(results.values().iterator().next()), times),
        wide ? Axis.logarithmic(label) : Axis.linear(label),
        wide ? series.stream().map(SeriesFigures::positive).toList() : series);
  }

  /** Without what an axis of factors has no place for, such as the distance at the start. */
  private static Series positive(Series all) {
    int[] kept = IntStream.range(0, all.y().length).filter(k -> !(all.y()[k] <= 0)).toArray();
    return Series.line(
        all.name(),
        Arrays.stream(kept).mapToDouble(k -> all.x()[k]).toArray(),
        Arrays.stream(kept).mapToDouble(k -> all.y()[k]).toArray());
  }

  private static boolean moves(double... values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    int n = finite.length;
    return n >= FEWEST
        && finite[n - 1] - finite[0]
            > AS_IT_WAS * Math.max(Math.abs(finite[0]), Math.abs(finite[n - 1]));
  }

  private static String clock(JsonNode result) {
    return new RunRecords(result).clock();
  }

  private static double[] column(JsonNode result, String key) {
    return StreamSupport.stream(result.path("records").spliterator(), false)
        .mapToDouble(record -> record.path(key).asDouble(Double.NaN))
        .toArray();
  }
}
