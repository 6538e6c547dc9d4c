package org.metricflows.app.internal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.metricflows.app.internal.plot.Axis;
import org.metricflows.app.internal.plot.Figure;
import org.metricflows.app.internal.plot.Series;
import org.metricflows.app.internal.sweep.MeanAndError;
import org.metricflows.app.internal.sweep.SweepTable;
import org.metricflows.app.internal.sweep.TableFormat;
import org.metricflows.bridge.internal.spec.SweepAxis;

/** The tables of sweeps, and their power laws: means with standard errors, and the fitted lines. */
final class SweepChapter {
  private final Map<String, SweepTable> sweeps;

  SweepChapter(Map<String, SweepTable> sweeps) {
    this.sweeps = sweeps;
  }

  Chapter chapter() {
    List<Html> content = new ArrayList<>();
    sweeps.forEach(
        (name, table) -> {
          content.add(Html.of("h3", sweeps.size() == 1 ? "Power laws" : name));
          content.add(Html.of("div class='grid'", figures(table)));
          content.add(rows(table));
          content.add(
              Html.of(
                  "p", Html.download(Block.file(name), TableFormat.csv(table), "Table as CSV")));
        });
    return new Chapter("sweep", "The sweep", content);
  }

  private static List<Html> figures(SweepTable table) {
    List<Html> blocks = new ArrayList<>();
    for (int measure = 0; measure < table.measures().size(); measure++) {
      for (int axis = 0; axis < table.axes().size(); axis++) {
        Figure figure = figure(table, measure, axis);
        if (!figure.series().isEmpty()) {
          Html caption =
              Html.joined(
                  Quantity.named(table.measures().get(measure)).caption(),
                  Html.text(
                      ". Means over "
                          + "seeds with standard errors; lines are fits of log against log."));
          blocks.add(Block.of(figure, caption));
        }
      }
    }
    return blocks;
  }

  /** A pair of curves a slope: the means, and the line that was fitted. */
  private static Figure figure(SweepTable table, int measure, int axis) {
    SweepAxis against = table.axes().get(axis);
    String name = table.measures().get(measure);
    List<Series> series = new ArrayList<>();
    for (SweepTable.Slope slope : table.slopes()) {
      if (slope.measure() == measure && slope.axis() == axis) {
        Series means = means(table, slope);
        series.add(means);
        series.add(line(slope, means));
      }
    }
    return new Figure(
        name + " against " + against.key(),
        Axis.logarithmic(against.key()),
        Axis.logarithmic(name),
        series);
  }

  private static Series means(SweepTable table, SweepTable.Slope slope) {
    List<double[]> points = new ArrayList<>();
    for (SweepTable.Row row : table.rows()) {
      List<Integer> others = new ArrayList<>(row.at());
      int index = others.set(slope.axis(), 0);
      OptionalDouble x = table.axes().get(slope.axis()).number(index);
      MeanAndError y = row.means().get(slope.measure());
      if (others.equals(slope.at()) && x.isPresent() && y.mean() > 0) {
        points.add(new double[] {x.getAsDouble(), y.mean(), y.standardError()});
      }
    }
    return Series.dots(words(table, slope), column(points, 0), column(points, 1))
        .withErrors(column(points, 2));
  }

  private static double[] column(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }

  /** Where the other axes stand, or what is measured if there is no other. */
  private static String words(SweepTable table, SweepTable.Slope slope) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < table.axes().size(); i++) {
      if (i != slope.axis()) {
        words.add(
            table.axes().get(i).key() + ": " + table.axes().get(i).values().get(slope.at().get(i)));
      }
    }
    return words.isEmpty() ? table.measures().get(slope.measure()) : String.join(", ", words);
  }

  /** The fitted line goes through the middle of the logarithms. */
  private static Series line(SweepTable.Slope slope, Series means) {
    double logX = Arrays.stream(means.x()).map(Math::log).average().orElse(0);
    double logY = Arrays.stream(means.y()).map(Math::log).average().orElse(0);
    double[] ends = {
      Arrays.stream(means.x()).min().orElse(1), Arrays.stream(means.x()).max().orElse(1)
    };
    double[] heights =
        Arrays.stream(ends)
            .map(x -> Math.exp(logY + slope.fit().slope() * (Math.log(x) - logX)))
            .toArray();
    String label = "slope " + Html.brief(slope.fit().slope(), slope.fit().standardError());
    return Series.dashed(label, ends, heights);
  }

  private static Html rows(SweepTable table) {
    List<List<Html>> rows = new ArrayList<>();
    List<Html> header = new ArrayList<>();
    table.axes().forEach(axis -> header.add(Html.text(axis.key())));
    header.add(Html.text("runs"));
    table.measures().forEach(measure -> header.add(Html.text(measure)));
    rows.add(header);
    for (SweepTable.Row row : table.rows()) {
      List<Html> cells = new ArrayList<>();
      for (int i = 0; i < row.at().size(); i++) {
        cells.add(Html.text(table.axes().get(i).values().get(row.at().get(i))));
      }
      cells.add(Html.text(String.valueOf(row.runs())));
      row.means().forEach(m -> cells.add(Html.text(Html.brief(m.mean(), m.standardError()))));
      rows.add(cells);
    }
    return Html.table(rows);
  }
}
