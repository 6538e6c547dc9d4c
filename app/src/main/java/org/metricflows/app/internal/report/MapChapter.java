package org.metricflows.app.internal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.metricflows.app.internal.result.Lattice;
import org.metricflows.app.internal.result.StoredFields;
import org.metricflows.app.internal.result.StoredRun;

/**
 * Maps of the fields of runs over two coordinates, at the recorded times: a slider moves through
 * them, and of surfaces the ellipses are drawn that g takes for circles (Tissot's indicatrices).
 */
final class MapChapter {

  /** Bytes of all maps of a page, before they are written in base 64. */
  private static final int BUDGET = 2_400_000;

  /** Points along a coordinate, beyond which a screen shows no more. */
  private static final int MOST_CELLS = 128;

  private static final int MOST_TIMES = 120;

  /** Scattered points, fewer of which show no map. */
  private static final int FEWEST_DOTS = 9;

  private final Map<String, StoredRun> runs = new LinkedHashMap<>();

  MapChapter(Map<String, StoredRun> all) {
    all.forEach(
        (name, run) -> {
          if (isMap(run.fields())) {
            runs.put(name, run);
          }
        });
  }

  private static boolean isMap(StoredFields fields) {
    return !fields.isEmpty()
        && fields.coordinates() >= 2
        && (fields.points().length >= FEWEST_DOTS || Lattice.of(fields.points()).isPresent());
  }

  Chapter chapter() {
    List<Html> blocks = new ArrayList<>();
    runs.forEach((name, run) -> blocks.add(block(name, run)));
    return new Chapter(
        "maps",
        "Maps of the metric",
        blocks.isEmpty() ? List.of() : List.of(Html.of("div class='grid wide'", blocks)));
  }

  private Html block(String name, StoredRun run) {
    StoredFields fields = run.fields();
    int[] slice = slice(fields);
    double[][] points =
        Arrays.stream(slice).mapToObj(p -> fields.points()[p]).toArray(double[][]::new);
    Optional<Lattice> whole = Lattice.of(points);
    Optional<Lattice> lattice = whole.map(l -> l.thinned(stride(l)));
    int[] shown =
        lattice
            .map(l -> Arrays.stream(l.order()).map(k -> slice[k]).toArray())
            .orElseGet(() -> dots(slice));
    List<Layer> layers = Layer.of(fields);
    int most = Math.max(2, BUDGET / runs.size() / (2 * layers.size() * shown.length));
    int[] times = Selection.of(fields.times().length, Math.min(MOST_TIMES, most));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("clock", run.records().clock());
    data.put("times", Selection.of(run.fieldTimes(), times));
    data.put("coords", run.coordinates());
    data.put("grid", lattice.isPresent());
    data.put("x", lattice.map(Lattice::x).orElseGet(() -> column(fields, shown, 0)));
    data.put("y", lattice.map(Lattice::y).orElseGet(() -> column(fields, shown, 1)));
    data.put("metric", fields.coordinates() == 2 && fields.has("g"));
    data.put("layers", layers.stream().map(layer -> layer.toTree(times, shown)).toList());
    String title = name.isEmpty() ? "g and its curvature over the chart" : name;
    return Html.of(
        "figure class='map'",
        Html.of("h3", title),
        new Html("<canvas width='960' height='860' role='img' aria-label='Map'></canvas>\n"),
        Controls.of(run.records().clock(), times.length, layers.stream().map(Layer::name).toList()),
        Html.of("figcaption", caption(fields, slice, shown, times)),
        Data.of(data));
  }

  /** Of scattered points as many as a screen shows, in equal steps through the sample. */
  private static int[] dots(int... points) {
    int[] chosen = Selection.of(points.length, MOST_CELLS * MOST_CELLS / 4);
    return Arrays.stream(chosen).map(k -> points[k]).toArray();
  }

  private static double[] column(StoredFields fields, int[] points, int coordinate) {
    return Arrays.stream(points).mapToDouble(p -> fields.points()[p][coordinate]).toArray();
  }

  private static int stride(Lattice lattice) {
    int longest = Math.max(lattice.x().length, lattice.y().length);
    return (longest + MOST_CELLS - 1) / MOST_CELLS;
  }

  /** The points of the slice in the middle of all coordinates but two, if they are on a grid. */
  private static int[] slice(StoredFields fields) {
    int[] all = IntStream.range(0, fields.points().length).toArray();
    int[] slice = all;
    for (int k = 2; k < fields.coordinates(); k++) {
      int coordinate = k;
      double[] values =
          Arrays.stream(fields.points()).mapToDouble(p -> p[coordinate]).sorted().toArray();
      double middle = values[values.length / 2];
      slice = Arrays.stream(slice).filter(p -> fields.points()[p][coordinate] == middle).toArray();
    }
    double[][] points =
        Arrays.stream(slice).mapToObj(p -> fields.points()[p]).toArray(double[][]::new);
    return points.length > 0 && Lattice.of(points).isPresent() ? slice : all;
  }

  private static Html caption(StoredFields fields, int[] slice, int[] shown, int[] times) {
    List<String> words = new ArrayList<>();
    int all = fields.points().length;
    if (slice.length < all) {
      words.add("A slice through the middle of the other coordinates.");
    } else if (fields.coordinates() > 2) {
      words.add("The points as seen along the other coordinates.");
    }
    if (fields.coordinates() == 2 && fields.has("g")) {
      words.add("Ellipses are circles of one radius as g measures, drawn in the coordinates.");
    }
    if (shown.length < slice.length) {
      words.add("Shown are " + shown.length + " of " + slice.length + " points.");
    }
    if (times.length < fields.times().length) {
      words.add("Shown are " + times.length + " of " + fields.times().length + " records.");
    }
    words.add("Values are rounded to 1/65534 of their range; fields.npz has them in full.");
    return Html.joined(
        Html.text(String.join(" ", words) + " "),
        Html.of("button type='button' class='csv'", "CSV of this map"));
  }
}
