package org.metricflows.app.internal.plot;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.app.internal.result.Measured;

/** A figure in words, for those who do not see it. */
final class FigureText {
  private static final int NAMED = 6;

  private FigureText() {}

  /** The title, the axes, and where each curve begins and ends. */
  static String of(Figure figure) {
    List<String> parts = new ArrayList<>();
    parts.add(figure.title() + ": " + axis(figure.y()) + " against " + axis(figure.x()));
    figure.series().stream().limit(NAMED).forEach(series -> parts.add(ends(series, figure)));
    if (figure.series().size() > NAMED) {
      parts.add(figure.series().size() - NAMED + " more curves");
    }
    return String.join("; ", parts);
  }

  private static String axis(Axis axis) {
    return axis.label() + (axis.logarithmic() ? " (logarithmic)" : "");
  }

  private static String ends(Series series, Figure figure) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < series.x().length; i++) {
      if (figure.x().shows(series.x()[i]) && figure.y().shows(series.y()[i])) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return last < 0
        ? series.name() + " has no point to show"
        : series.name() + " from " + point(series, first) + " to " + point(series, last);
  }

  private static String point(Series series, int i) {
    return Measured.of(series.y()[i]) + " at " + Measured.of(series.x()[i]);
  }
}
