package org.metricflows.app.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.metricflows.app.internal.plot.Axis;
import org.metricflows.app.internal.plot.Figure;
import org.metricflows.app.internal.plot.Series;
import org.metricflows.app.internal.result.RunRecords;
import org.metricflows.app.internal.result.StoredRun;
import org.metricflows.bridge.observable.Vocabulary;

/** The numbers of records against time or epoch: of several runs, side by side in each figure. */
final class SeriesChapter {

  /** Longer lists are spectra and fields, which are drawn otherwise. */
  private static final int LONGEST_LIST = 12;

  /** Points whose metric is drawn. */
  private static final int POINTS = 3;

  private static final String ERROR = "_error";

  private final Map<String, StoredRun> runs;
  private final Set<String> elsewhere;

  /**
   * @param elsewhere the numbers that other chapters draw
   */
  SeriesChapter(Map<String, StoredRun> runs, Set<String> elsewhere) {
    this.runs = runs;
    this.elsewhere = Set.copyOf(elsewhere);
  }

  Chapter chapter() {
    List<Curve> curves = new ArrayList<>();
    runs.forEach((name, run) -> curves.addAll(curves(name, run.records())));
    List<Html> content = new ArrayList<>();
    List<Html> blocks = figures(curves).stream().map(SeriesChapter::block).toList();
    if (!blocks.isEmpty()) {
      content.add(Html.of("div class='grid'", blocks));
    }
    vanishing(curves).ifPresent(content::add);
    return new Chapter(
        "series", runs.size() == 1 ? "Along the way" : "Side by side along the way", content);
  }

  /** What is 0 in all runs at all times is told, not drawn. */
  private static Optional<Html> vanishing(List<Curve> curves) {
    Set<String> zero = new LinkedHashSet<>();
    curves.stream().filter(Curve::vanishes).forEach(curve -> zero.add(curve.name()));
    curves.stream().filter(curve -> !curve.vanishes()).forEach(curve -> zero.remove(curve.name()));
    return zero.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Html.of("p class='note'", "0 at all times: " + String.join(", ", zero) + "."));
  }

  private record Drawing(Figure figure, List<Quantity> quantities) {}

  private static Html block(Drawing drawing) {
    List<Html> captions = new ArrayList<>();
    drawing
        .quantities()
        .forEach(
            quantity -> {
              captions.add(quantity.caption());
              captions.add(Html.text(". "));
            });
    return Block.of(drawing.figure(), Html.joined(captions));
  }

  private List<Drawing> figures(List<Curve> curves) {
    List<List<Curve>> groups = runs.size() == 1 ? alike(curves) : sideBySide(curves);
    return groups.stream()
        .filter(group -> !group.stream().allMatch(Curve::vanishes))
        .map(this::drawing)
        .toList();
  }

  /** Of one run: quantities of one unit and size together. */
  private static List<List<Curve>> alike(List<Curve> curves) {
    List<List<Curve>> groups = new ArrayList<>();
    for (Curve curve : curves) {
      Optional<List<Curve>> group =
          groups.stream().filter(g -> g.stream().allMatch(curve::isLike)).findFirst();
      group.orElseGet(() -> added(groups)).add(curve);
    }
    return groups;
  }

  private static List<Curve> added(List<List<Curve>> groups) {
    List<Curve> group = new ArrayList<>();
    groups.add(group);
    return group;
  }

  /** Of several runs: one figure a number and clock, a curve a run. */
  private static List<List<Curve>> sideBySide(List<Curve> curves) {
    return List.copyOf(
        curves.stream()
            .filter(Curve::moves)
            .collect(
                Collectors.groupingBy(
                    curve -> List.of(curve.quantity().name(), curve.item(), curve.clockName()),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values());
  }

  private Drawing drawing(List<Curve> curves) {
    List<Quantity> quantities = curves.stream().map(Curve::quantity).distinct().toList();
    boolean several = runs.size() > 1;
    String item = several ? curves.get(0).item() : "";
    String title =
        quantities.stream().map(Quantity::name).collect(Collectors.joining(", "))
            + (item.isEmpty() ? "" : " " + item);
    List<Series> series =
        curves.stream()
            .map(c -> c.toSeries(several ? c.run() : label(c, quantities.size() > 1)))
            .toList();
    String label =
        quantities.size() == 1 ? quantities.get(0).label() : "[" + quantities.get(0).unit() + "]";
    boolean logarithmic =
        curves.stream().allMatch(SeriesChapter::isPositive)
            && curves.stream().anyMatch(Curve::isWide);
    double[] clocks = curves.stream().flatMapToDouble(c -> Arrays.stream(c.clock())).toArray();
    return new Drawing(
        new Figure(
            title,
            Axis.ofTimes(curves.get(0).clockName(), clocks),
            logarithmic ? Axis.logarithmic(label) : Axis.linear(label),
            series),
        quantities);
  }

  private static boolean isPositive(Curve curve) {
    return Arrays.stream(curve.values()).filter(Double::isFinite).allMatch(v -> v > 0);
  }

  private static String label(Curve curve, boolean several) {
    String name = curve.quantity().name();
    return curve.item().isEmpty() ? name : several ? name + " " + curve.item() : curve.item();
  }

  private List<Curve> curves(String run, RunRecords records) {
    JsonNode rows = records.result().path("records");
    double[] clock = Curve.column(rows, "/" + records.clock());
    List<Curve> curves = new ArrayList<>();
    for (String name : drawn(records)) {
      items(rows, name)
          .forEach(
              (item, pointer) ->
                  curves.add(
                      new Curve(
                          Quantity.named(name),
                          run,
                          item,
                          records.clock(),
                          clock,
                          Curve.column(rows, pointer),
                          errors(rows, name, item))));
    }
    curves.removeIf(Curve::isEmpty);
    return curves;
  }

  /** The keys of records that are numbers or lists, without the clock and what tells nothing. */
  private List<String> drawn(RunRecords records) {
    List<String> keys = new ArrayList<>();
    for (JsonNode record : records.result().path("records")) {
      record.fieldNames().forEachRemaining(key -> add(keys, key));
    }
    keys.remove(records.clock());
    keys.remove(Vocabulary.CPU_SECONDS.name());
    keys.removeAll(elsewhere);
    List<String> all = List.copyOf(keys);
    keys.removeIf(key -> Quantity.isFormer(key, all) || isErrorOf(key, all));
    return keys;
  }

  /** Whether it is drawn as the bars of another. */
  private static boolean isErrorOf(String key, List<String> all) {
    return key.endsWith(ERROR) && all.contains(key.substring(0, key.length() - ERROR.length()));
  }

  private static void add(List<String> keys, String key) {
    if (!keys.contains(key)) {
      keys.add(key);
    }
  }

  private static double[] errors(JsonNode rows, String name, String item) {
    boolean any = rows.findValue(name + ERROR) != null && item.isEmpty();
    return any ? Curve.column(rows, "/" + name + ERROR) : new double[0];
  }

  /** The numbers of an entry: what to call each, and where it is. */
  private static Map<String, String> items(JsonNode rows, String name) {
    Map<String, String> items = new LinkedHashMap<>();
    JsonNode value = rows.findValue(name);
    Quantity quantity = Quantity.named(name);
    if (value.isNumber() || value.isNull()) {
      items.put("", "/" + name);
    } else if (value.isArray() && value.path(0).isNumber() && value.size() <= LONGEST_LIST) {
      for (int i = 0; i < value.size(); i++) {
        items.put(quantity.item(i, value.size()), "/" + name + "/" + i);
      }
    } else if (value.isArray() && value.path(0).isArray()) {
      for (int p = 0; p < Math.min(POINTS, value.size()); p++) {
        for (int c = 0; c < value.path(p).size(); c++) {
          String component = quantity.item(c, value.path(p).size());
          items.put(
              component + (value.size() > 1 ? " at point " + (p + 1) : ""),
              "/" + name + "/" + p + "/" + c);
        }
      }
    }
    return items;
  }
}
