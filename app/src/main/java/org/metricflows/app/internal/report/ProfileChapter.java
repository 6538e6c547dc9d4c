package org.metricflows.app.internal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.metricflows.app.internal.plot.Axis;
import org.metricflows.app.internal.plot.Figure;
import org.metricflows.app.internal.plot.Series;
import org.metricflows.app.internal.result.StoredFields;
import org.metricflows.app.internal.result.StoredRun;

/** Fields of one coordinate as curves, one a recorded time. */
final class ProfileChapter {
  private static final int CURVES = 7;

  /** Points, fewer of which make no curve. */
  private static final int FEWEST_POINTS = 3;

  /** From this factor on, equal factors are easier to see than equal steps. */
  private static final double WIDE = 100;

  private final Map<String, StoredRun> runs;

  ProfileChapter(Map<String, StoredRun> runs) {
    this.runs = runs;
  }

  Chapter chapter() {
    List<Html> blocks = new ArrayList<>();
    runs.forEach(
        (name, run) -> {
          if (run.fields().points().length >= FEWEST_POINTS && run.fields().coordinates() == 1) {
            run.fields().arrays().keySet().forEach(f -> blocks.addAll(blocks(name, run, f)));
          }
        });
    return new Chapter(
        "profiles",
        "Profiles",
        blocks.isEmpty() ? List.of() : List.of(Html.of("div class='grid'", blocks)));
  }

  private static List<Html> blocks(String name, StoredRun run, String field) {
    List<Html> blocks = new ArrayList<>();
    int count = run.fields().components(field);
    Quantity quantity = Layer.quantity(field);
    for (int c = 0; c < count; c++) {
      String what = count == 1 ? field : field + " " + Components.label(c, count);
      String title = what + (name.isEmpty() ? "" : ", " + name);
      blocks.add(Block.of(figure(title, run, field, c, quantity), quantity.caption()));
    }
    return blocks;
  }

  private static Figure figure(
      String title, StoredRun run, String field, int component, Quantity quantity) {
    StoredFields fields = run.fields();
    int[] order = order(fields);
    double[] x = Arrays.stream(order).mapToDouble(p -> fields.points()[p][0]).toArray();
    double[] lengths = Curve.column(run.result().path("records"), "/length");
    boolean byLength =
        quantity.name().equals("radius") && Arrays.stream(lengths).allMatch(l -> l > 0);
    double[] times = run.fieldTimes();
    List<Series> series = new ArrayList<>();
    for (int t : Selection.of(times.length, CURVES)) {
      int at = t;
      double stretch = byLength ? lengths[t] / Math.PI : 1;
      series.add(
          Series.line(
              run.records().clock() + " = " + Html.brief(times[t]),
              Arrays.stream(x).map(u -> u * stretch).toArray(),
              Arrays.stream(order).mapToDouble(p -> fields.at(field, component, at, p)).toArray()));
    }
    double[] all = series.stream().flatMapToDouble(s -> Arrays.stream(s.y())).toArray();
    boolean wide = Arrays.stream(all).allMatch(v -> v > 0) && spread(all) > WIDE;
    return new Figure(
        title,
        Axis.linear(byLength ? "arc length s  [ℓ]" : run.coordinates().get(0)),
        wide ? Axis.logarithmic(quantity.label()) : Axis.linear(quantity.label()),
        series);
  }

  /** The points as their coordinate increases. */
  private static int[] order(StoredFields fields) {
    return IntStream.range(0, fields.points().length)
        .boxed()
        .sorted(Comparator.comparingDouble(p -> fields.points()[p][0]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double spread(double... values) {
    return Arrays.stream(values).max().orElse(1) / Arrays.stream(values).min().orElse(1);
  }
}
