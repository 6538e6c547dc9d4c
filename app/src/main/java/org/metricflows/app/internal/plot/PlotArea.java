package org.metricflows.app.internal.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a figure's curves are drawn: the sheet, its margins, and what the axes span.
 *
 * @param alone whether title and legend are drawn too
 * @param width of the sheet
 * @param height of the sheet
 * @param left margin
 * @param right margin
 * @param top margin
 * @param x what the axis below spans
 * @param y what the axis on the left spans
 */
record PlotArea(
    boolean alone, int width, int height, int left, int right, int top, Span x, Span y) {

  private static final int BOTTOM = 58;

  /** The room of a character of a label, and of what stands beside labels. */
  private static final double CHARACTER = 7.4;

  private static final int BESIDE_LABELS = 40;

  /** The positions that an axis spans. */
  record Span(double low, double high) {

    static Span of(Axis axis, List<Double> values, double margin) {
      double low = values.stream().mapToDouble(axis::position).min().orElse(0);
      double high = values.stream().mapToDouble(axis::position).max().orElse(1);
      if (high - low < 1e-12 * Math.max(1e-300, Math.max(Math.abs(low), Math.abs(high)))) {
        low -= 0.5;
        high += 0.5;
      }
      double room = margin * (high - low);
      return new Span(low - room, high + room);
    }

    /** The same from 0 up. */
    Span standing() {
      return new Span(0, high);
    }

    List<Axis.Tick> ticks(Axis axis) {
      return axis.ticks(low, high);
    }

    double fraction(double position) {
      return (position - low) / (high - low);
    }
  }

  /** A sheet with room for a title above and a legend beside. */
  static PlotArea alone(Figure figure) {
    return of(figure, true, 760, 440, 76, 190, 44);
  }

  /** A sheet for curves and axes alone. */
  static PlotArea inline(Figure figure) {
    return of(figure, false, 480, 310, 52, 18, 14);
  }

  private static PlotArea of(
      Figure figure, boolean alone, int width, int height, int left, int right, int top) {
    Span x = Span.of(figure.x(), values(figure, true), 0);
    Span spread = Span.of(figure.y(), values(figure, false), 0.04);
    boolean columns =
        figure.series().stream().allMatch(series -> series.mark() == Series.Mark.COLUMNS);
    Span y = columns && !figure.y().logarithmic() ? spread.standing() : spread;
    int longest =
        y.ticks(figure.y()).stream().mapToInt(tick -> tick.label().length()).max().orElse(0);
    int labels = (int) Math.ceil(BESIDE_LABELS + CHARACTER * longest);
    return new PlotArea(alone, width, height, Math.max(left, labels), right, top, x, y);
  }

  /** The coordinates of the points that both axes can show, with the ends of their bars. */
  private static List<Double> values(Figure figure, boolean x) {
    List<Double> values = new ArrayList<>();
    for (Series series : figure.series()) {
      for (int i = 0; i < series.x().length; i++) {
        if (figure.x().shows(series.x()[i]) && figure.y().shows(series.y()[i])) {
          values.add(x ? series.x()[i] : series.low(i, figure.y()));
          values.add(x ? series.x()[i] : series.high(i));
        }
      }
      if (series.mark() == Series.Mark.COLUMNS && !x && !figure.y().logarithmic()) {
        values.add(0.0);
      }
    }
    return values;
  }

  /** Where the plot ends below. */
  int floor() {
    return height - BOTTOM;
  }

  /** Where the plot ends on the right. */
  int wall() {
    return width - right;
  }

  double across(double position) {
    return left + x.fraction(position) * (wall() - left);
  }

  double down(double position) {
    return floor() - y.fraction(position) * (floor() - top);
  }
}
