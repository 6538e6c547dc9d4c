package org.metricflows.app.internal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.app.internal.plot.Axis;
import org.metricflows.app.internal.plot.Figure;
import org.metricflows.app.internal.plot.Histogram;
import org.metricflows.app.internal.plot.Series;
import org.metricflows.app.internal.result.StoredRun;
import org.metricflows.bridge.internal.evaluate.Evaluated;
import org.metricflows.bridge.internal.evaluate.Evaluation;
import org.metricflows.bridge.internal.evaluate.FinishedRun;
import org.metricflows.bridge.internal.evaluate.Quantity;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.geometry.Geometry;
import org.metricflows.symbolic.InputException;

/**
 * How far metrics are from Ricci-flat, point by point: the distribution of q/κ, which is 1 where
 * they are, at fresh points of runs whose space knows q.
 */
final class RatioChapter {
  private static final int POINTS = 4000;
  private static final long SEED = 2310;
  private static final int BINS = 40;

  /** The share of points beyond the axis on either side. */
  private static final double BEYOND = 0.005;

  private static final String NAME = "q";

  private final Map<String, Ratios> ratios = new LinkedHashMap<>();

  /** The ratio at each point, and how much the point counts. */
  @SuppressWarnings("ArrayRecordComponent") // lives in this class
  private record Ratios(double[] values, double[] weights) {}

  RatioChapter(Map<String, StoredRun> runs) {
    runs.forEach((name, run) -> of(run).ifPresent(found -> ratios.put(name, found)));
  }

  private static Optional<Ratios> of(StoredRun run) {
    double kappa = run.result().path("kappa").asDouble(Double.NaN);
    if (Double.isNaN(kappa)) {
      return Optional.empty();
    }
    try {
      Evaluation evaluation = Geometries.answer(run.source(), "evaluate", Geometry::evaluation);
      if (evaluation.quantities().stream().map(Quantity::name).noneMatch(NAME::equals)) {
        return Optional.empty();
      }
      double[] state = FinishedRun.of(run.folder()).state();
      Evaluated drawn = evaluation.drawn(state, POINTS, SEED, List.of(NAME));
      double[] q = drawn.arrays().get(NAME).values();
      return Optional.of(
          new Ratios(
              Arrays.stream(q).map(value -> value / kappa).toArray(),
              drawn.arrays().get("weights").values()));
    } catch (InputException e) {
      return Optional.empty(); // a model that is known at its sample's points alone
    }
  }

  Chapter chapter() {
    return new Chapter(
        "ratio",
        "How near to Ricci-flat",
        ratios.isEmpty() ? List.of() : List.of(Html.of("div class='grid'", block())));
  }

  private Html block() {
    double[] sorted =
        ratios.values().stream().flatMapToDouble(r -> Arrays.stream(r.values())).sorted().toArray();
    double low = sorted[(int) (BEYOND * sorted.length)];
    double high = sorted[(int) ((1 - BEYOND) * (sorted.length - 1))];
    Axis axis = Axis.linear("q/κ");
    List<Series> series = new ArrayList<>();
    ratios.forEach(
        (name, found) -> {
          Histogram histogram =
              Histogram.of(found.values(), found.weights(), BINS, axis, low, high).shares();
          series.add(ratios.size() <= 2 ? histogram.toSeries(label(name)) : line(name, histogram));
        });
    Figure figure =
        new Figure("Distribution of q/κ", axis, Axis.linear("share of the volume"), series);
    return Block.of(
        figure,
        Html.text(
            "q = det g/|Ω|² over κ at "
                + POINTS
                + " fresh points, each with its weight: 1 everywhere if the metric is Ricci-flat. One"
                + " point in a hundred is beyond the axis."));
  }

  /** Columns of many runs would hide each other. */
  private static Series line(String name, Histogram histogram) {
    double[] middles = new double[histogram.counts().length];
    for (int k = 0; k < middles.length; k++) {
      middles[k] = (histogram.edges()[k] + histogram.edges()[k + 1]) / 2;
    }
    return Series.line(label(name), middles, histogram.counts());
  }

  private static String label(String name) {
    return name.isEmpty() ? "q/κ" : name;
  }
}
