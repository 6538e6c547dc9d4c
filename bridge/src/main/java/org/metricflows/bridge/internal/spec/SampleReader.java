package org.metricflows.bridge.internal.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.metricflows.symbolic.Suggestion;

/** Reads the section {@code sample}. */
final class SampleReader {
  private static final List<String> KINDS = List.of("points", "grid", "monte_carlo", "file");
  private static final List<String> VARIETY_ONLY = List.of("count", "held_out");
  private static final int MAX_POINTS = 1_000_000;
  private static final long DEFAULT_SEED = 1;

  private static final Key<Value> POINTS =
      Key.of("points", Kind.points(), "`[[…], …]`, a row a point");
  private static final Key<Value> WEIGHTS =
      Key.of("weights", Kind.list(Kind.notNegative().schema()), "of the `points`, none negative")
          .without("1/N each");
  private static final Key<Value> GRID =
      Key.of(
          "grid",
          Kind.list(Kind.integer(1, MAX_POINTS).schema()),
          "points along each coordinate, `[32, 32]`: from 0 along a periodic coordinate, centres of"
              + " cells along any other; each weight is the cell's size");
  private static final Key<Integer> MONTE_CARLO =
      Key.of(
          "monte_carlo",
          Kind.integer(1, MAX_POINTS),
          "how many points to draw uniformly; each weight is the region's size / N");
  private static final Key<Long> SEED =
      Key.of("seed", Kind.seed(), DEFAULT_SEED, "1", "of `monte_carlo`");
  private static final Key<Value> BOX =
      Key.of(
          "box",
          Kind.mapping(Kind.listSchema(Map.of("type", "number"))),
          "`{y: [-1, 1]}`: for `grid` and `monte_carlo`, the interval of each coordinate that is not"
              + " periodic");
  private static final Key<Value> FILE =
      Key.of(
          "file",
          Kind.value(Map.of("type", "string")),
          "`.npz` with `points` (N, d) and perhaps `weights` (N); `.npy` with points; `.csv`, a point"
              + " a line, its weight behind it if wanted; weights as for `points`");
  static final Codec<SampleSpec> CODEC =
      Codec.of(
          "sample",
          POINTS.as(SampleSpec.Points.class, sample -> sample.points().toLists()),
          WEIGHTS.as(SampleSpec.Points.class, SampleSpec.Points::weights),
          GRID.as(SampleSpec.Grid.class, SampleSpec.Grid::sizes),
          MONTE_CARLO.of(SampleSpec.MonteCarlo.class, SampleSpec.MonteCarlo::count),
          FILE.onlyRead(),
          SEED.of(SampleSpec.MonteCarlo.class, SampleSpec.MonteCarlo::seed),
          BOX.perhaps(SampleReader::written));

  private final Path base;
  private final ChartSpec chart;

  SampleReader(Path base, ChartSpec chart) {
    this.base = base;
    this.chart = chart;
  }

  /** Points of the chart, a row each. */
  static Table points(Value value, int dimension) {
    return Tables.read(value, 0, dimension, "points");
  }

  SampleSpec read(Value section) {
    List<String> keys = new ArrayList<>(CODEC.section().names());
    keys.addAll(VARIETY_ONLY);
    Fields fields = section.fields(keys);
    VARIETY_ONLY.forEach(key -> fields.refuse(key, "is for the points of a 'variety'"));
    List<String> kinds = KINDS.stream().filter(fields::has).toList();
    if (kinds.size() != 1) {
      throw section.error(
          "must have exactly one of "
              + String.join(", ", KINDS)
              + ", but has "
              + (kinds.isEmpty() ? "none" : String.join(" and ", kinds)));
    }
    String kind = kinds.get(0);
    refuseOthers(fields, kind);
    return switch (kind) {
      case "points" -> given(points(fields.get("points"), chart.dimension()), fields);
      case "grid" -> grid(fields);
      case "monte_carlo" -> monteCarlo(fields);
      default -> new PointFile(base, chart.dimension()).read(fields.get("file"));
    };
  }

  private static void refuseOthers(Fields fields, String kind) {
    String why = "has no meaning beside '" + kind + "'";
    if (!kind.equals("points")) {
      fields.refuse("weights", why);
    }
    if (!kind.equals("monte_carlo")) {
      fields.refuse("seed", why);
    }
    if (kind.equals("points") || kind.equals("file")) {
      fields.refuse("box", why);
    }
  }

  private static SampleSpec given(Table points, Fields fields) {
    int n = points.rows();
    List<Double> weights =
        fields.get("weights", Collections.nCopies(n, 1.0 / n), v -> weights(v, n));
    return new SampleSpec.Points(points, weights);
  }

  /** Weights of so many points. */
  static List<Double> weights(Value value, int n) {
    String shape = "a list of " + n + " weights (one per point)";
    List<Double> weights =
        value.list(shape, v -> v.number("a number that is not negative", x -> x >= 0));
    if (weights.size() != n) {
      throw value.mustBe(shape);
    }
    if (weights.stream().allMatch(w -> w == 0)) {
      throw value.error("must not all be 0");
    }
    return weights;
  }

  private SampleSpec grid(Fields fields) {
    Value value = fields.get("grid");
    int d = chart.dimension();
    String shape = "a list of " + d + " numbers of points (one per coordinate)";
    List<Integer> sizes = value.list(shape, v -> v.integer(1, MAX_POINTS));
    if (sizes.size() != d) {
      throw value.mustBe(shape);
    }
    double points = sizes.stream().mapToDouble(n -> n).reduce(1, (a, b) -> a * b);
    if (points > MAX_POINTS) {
      throw value.error("has " + (long) points + " points; at most " + MAX_POINTS + " are allowed");
    }
    return new SampleSpec.Grid(sizes, box(fields));
  }

  private SampleSpec monteCarlo(Fields fields) {
    return new SampleSpec.MonteCarlo(fields.get(MONTE_CARLO), fields.get(SEED), box(fields));
  }

  private Map<String, SampleSpec.Interval> box(Fields fields) {
    Map<String, SampleSpec.Interval> box = new LinkedHashMap<>();
    fields
        .find("box")
        .ifPresent(v -> v.named().forEach((name, ends) -> box.put(name, interval(name, ends))));
    for (String coordinate : chart.coordinates()) {
      if (!chart.periods().containsKey(coordinate) && !box.containsKey(coordinate)) {
        throw fields.missing(
            "box." + coordinate,
            "'" + coordinate + "' is not periodic, so its interval must be given, e.g. [-1, 1]");
      }
    }
    return box;
  }

  private SampleSpec.Interval interval(String coordinate, Value ends) {
    if (!chart.coordinates().contains(coordinate)) {
      throw ends.error("no such coordinate; " + Suggestion.ending(coordinate, chart.coordinates()));
    }
    if (chart.periods().containsKey(coordinate)) {
      throw ends.error("has no meaning: '" + coordinate + "' is periodic");
    }
    List<Double> numbers = ends.list("an interval [from, to]", Value::number);
    if (numbers.size() != 2 || numbers.get(0) >= numbers.get(1)) {
      throw ends.error("must be an interval [from, to] with from < to, but is " + numbers);
    }
    return new SampleSpec.Interval(numbers.get(0), numbers.get(1));
  }

  private static Optional<Map<String, Object>> written(SampleSpec sample) {
    Map<String, Object> intervals = new TreeMap<>();
    sample.box().forEach((name, ends) -> intervals.put(name, List.of(ends.from(), ends.to())));
    return Optional.of(intervals).filter(box -> !box.isEmpty());
  }
}
