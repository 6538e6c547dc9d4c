package org.metricflows.app.internal.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.metricflows.app.internal.plot.Axis;
import org.metricflows.app.internal.plot.Figure;
import org.metricflows.app.internal.plot.Series;
import org.metricflows.app.internal.result.Measured;
import org.metricflows.app.internal.sweep.MeanAndError;
import org.metricflows.app.internal.sweep.SweepTable;
import org.metricflows.bridge.internal.spec.SweepAxis;

/**
 * The power laws of a sweep: means with standard errors, and the fitted lines.
 *
 * @param table of the sweep
 */
public record SweepFigures(SweepTable table) {

  /** A figure for each measure and axis that a line was fitted to, by its name. */
  public Map<String, Figure> all() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (int measure = 0; measure < table.measures().size(); measure++) {
      for (int axis = 0; axis < table.axes().size(); axis++) {
        Figure figure = figure(measure, axis);
        if (!figure.series().isEmpty()) {
          figures.put(figure.title().replaceAll("[^A-Za-z0-9_.@]+", "-"), figure);
        }
      }
    }
    return figures;
  }

  /** A pair of curves a slope: the means, and the line that was fitted. */
  private Figure figure(int measure, int axis) {
    SweepAxis against = table.axes().get(axis);
    String name = table.measures().get(measure);
    List<Series> series = new ArrayList<>();
    for (SweepTable.Slope slope : table.slopes()) {
      if (slope.measure() == measure && slope.axis() == axis) {
        Series means = means(slope);
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

  private Series means(SweepTable.Slope slope) {
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
    return Series.dots(words(slope), column(points, 0), column(points, 1))
        .withErrors(column(points, 2));
  }

  private static double[] column(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }

  /** Where the other axes stand, or what is measured if there is no other. */
  private String words(SweepTable.Slope slope) {
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
    String label = "slope " + new Measured(slope.fit().slope(), slope.fit().standardError());
    return Series.dashed(label, ends, heights);
  }
}
