package org.metricflows.app.internal.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws a figure as SVG. */
public final class SvgFigure {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 440;
  private static final int LEFT = 76;
  private static final int RIGHT = 190;
  private static final int TOP = 44;
  private static final int BOTTOM = 58;
  private static final int DOTS = 40;

  /** Okabe and Ito's colours, told apart by all. */
  private static final List<String> COLOURS =
      List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000");

  private final Figure figure;
  private final Range x;
  private final Range y;
  private final StringBuilder svg = new StringBuilder();

  private SvgFigure(Figure figure) {
    this.figure = figure;
    this.x = Range.of(figure.x(), values(figure, true), 0);
    this.y = Range.of(figure.y(), values(figure, false), 0.04);
  }

  /** The figure as a document of its own. */
  public static String of(Figure figure) {
    return new SvgFigure(figure).draw();
  }

  /** The positions that an axis spans. */
  private record Range(double low, double high) {

    static Range of(Axis axis, List<Double> values, double margin) {
      double low = values.stream().mapToDouble(axis::position).min().orElse(0);
      double high = values.stream().mapToDouble(axis::position).max().orElse(1);
      if (high - low < 1e-12 * Math.max(1, Math.abs(high))) {
        low -= 0.5;
        high += 0.5;
      }
      double room = margin * (high - low);
      return new Range(low - room, high + room);
    }

    double fraction(double position) {
      return (position - low) / (high - low);
    }
  }

  /** The coordinates of the points that both axes can show. */
  private static List<Double> values(Figure figure, boolean x) {
    List<Double> values = new ArrayList<>();
    for (Series series : figure.series()) {
      for (int i = 0; i < series.x().length; i++) {
        if (figure.x().shows(series.x()[i]) && figure.y().shows(series.y()[i])) {
          values.add(x ? series.x()[i] : series.y()[i]);
        }
      }
    }
    return values;
  }

  private String draw() {
    line(
        "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'"
            + " font-family='sans-serif' font-size='13' fill='#222'>",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    line("<rect width='%d' height='%d' fill='white'/>", WIDTH, HEIGHT);
    line(
        "<text x='%d' y='26' font-size='16' font-weight='bold'>%s</text>",
        LEFT, escaped(figure.title()));
    axes();
    for (int k = 0; k < figure.series().size(); k++) {
      curve(figure.series().get(k), COLOURS.get(k % COLOURS.size()));
      legend(figure.series().get(k), COLOURS.get(k % COLOURS.size()), k);
    }
    line("</svg>");
    return svg.toString();
  }

  private void axes() {
    for (Axis.Tick tick : figure.x().ticks(x.low(), x.high())) {
      double at = across(tick.position());
      rule(at, TOP, at, HEIGHT - BOTTOM);
      line(
          "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
          at, HEIGHT - BOTTOM + 20, raised(tick.label()));
    }
    for (Axis.Tick tick : figure.y().ticks(y.low(), y.high())) {
      double at = down(tick.position());
      rule(LEFT, at, WIDTH - RIGHT, at);
      line(
          "<text x='%d' y='%.1f' text-anchor='end'>%s</text>",
          LEFT - 8, at + 4.5, raised(tick.label()));
    }
    line(
        "<rect x='%d' y='%d' width='%d' height='%d' fill='none' stroke='#222'/>",
        LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    line(
        "<text x='%d' y='%d' text-anchor='middle'>%s</text>",
        (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, escaped(figure.x().label()));
    line(
        "<text transform='translate(20 %d) rotate(-90)' text-anchor='middle'>%s</text>",
        (TOP + HEIGHT - BOTTOM) / 2, escaped(figure.y().label()));
  }

  private void rule(double x1, double y1, double x2, double y2) {
    line("<path d='M%.1f %.1fL%.1f %.1f' stroke='#ddd'/>", x1, y1, x2, y2);
  }

  private void curve(Series series, String colour) {
    StringBuilder path = new StringBuilder();
    boolean dots = series.mark() == Series.Mark.LINE && series.x().length <= DOTS;
    char next = 'M';
    for (int i = 0; i < series.x().length; i++) {
      if (figure.x().shows(series.x()[i]) && figure.y().shows(series.y()[i])) {
        double u = across(figure.x().position(series.x()[i]));
        double v = down(figure.y().position(series.y()[i]));
        path.append(String.format(Locale.ROOT, "%c%.2f %.2f", next, u, v));
        next = 'L';
        if (dots) {
          line("<circle cx='%.2f' cy='%.2f' r='2.8' fill='%s'/>", u, v, colour);
        }
      } else {
        next = 'M';
      }
    }
    line("<path d='%s' fill='none' stroke='%s' stroke-width='2'%s/>", path, colour, dash(series));
  }

  private static String dash(Series series) {
    return series.mark() == Series.Mark.DASHED ? " stroke-dasharray='7 5'" : "";
  }

  private void legend(Series series, String colour, int row) {
    int at = TOP + 14 + 22 * row;
    int from = WIDTH - RIGHT + 14;
    line(
        "<path d='M%d %dL%d %d' stroke='%s' stroke-width='2'%s/>",
        from, at, from + 24, at, colour, dash(series));
    line("<text x='%d' y='%.1f'>%s</text>", from + 31, at + 4.5, escaped(series.name()));
  }

  private double across(double position) {
    return LEFT + x.fraction(position) * (WIDTH - LEFT - RIGHT);
  }

  private double down(double position) {
    return HEIGHT - BOTTOM - y.fraction(position) * (HEIGHT - TOP - BOTTOM);
  }

  /** 10^k with its exponent raised. */
  private static String raised(String label) {
    int hat = label.indexOf('^');
    if (hat < 0) {
      return label.replace('-', '−');
    }
    String exponent = label.substring(hat + 1).replace('-', '−');
    return label.substring(0, hat) + "<tspan dy='-5' font-size='10'>" + exponent + "</tspan>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void line(String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
