package org.metricflows.app.internal.plot;

import java.util.List;

/**
 * Curves over one pair of axes.
 *
 * @param title stands above
 * @param x the axis below
 * @param y the axis on the left
 * @param series the curves, in the order of the legend
 */
public record Figure(String title, Axis x, Axis y, List<Series> series) {

  public Figure {
    series = List.copyOf(series);
  }

  /**
   * The points as lines {@code series,x,y}, with the axes' labels for a header; where bars are
   * drawn, {@code error} stands last.
   */
  public String toCsv() {
    boolean errors = series.stream().anyMatch(Series::hasErrors);
    StringBuilder csv = new StringBuilder();
    csv.append("series,").append(quoted(x.label())).append(',').append(quoted(y.label()));
    csv.append(errors ? ",error\n" : "\n");
    for (Series one : series) {
      for (int i = 0; i < one.x().length; i++) {
        csv.append(quoted(one.name())).append(',');
        csv.append(one.x()[i]).append(',').append(one.y()[i]);
        if (errors) {
          csv.append(',').append(one.hasErrors() ? String.valueOf(one.errors()[i]) : "");
        }
        csv.append('\n');
      }
    }
    return csv.toString();
  }

  private static String quoted(String text) {
    return text.matches("[^\",\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
