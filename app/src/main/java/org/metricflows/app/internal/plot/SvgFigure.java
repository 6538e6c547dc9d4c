package org.metricflows.app.internal.plot;

import java.util.List;
import java.util.Locale;

/** Draws a figure as SVG. */
public final class SvgFigure {

  /** Okabe and Ito's colours, told apart by all. */
  private static final List<String> COLOURS =
      List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000");

  private static final int DOTS = 40;

  private final Figure figure;
  private final PlotArea area;
  private final StringBuilder svg = new StringBuilder();

  private SvgFigure(Figure figure, PlotArea area) {
    this.figure = figure;
    this.area = area;
  }

  /** The figure as a document of its own. */
  public static String of(Figure figure) {
    return new SvgFigure(figure, PlotArea.alone(figure)).draw();
  }

  /**
   * The figure as an element of a page that has its title and legend in words, and in its style
   * sheet the colours {@code --s0}, {@code --s1}, …, {@code --ink} and {@code --rule}.
   */
  public static String inline(Figure figure) {
    return new SvgFigure(figure, PlotArea.inline(figure)).draw();
  }

  /** How many colours there are before they come again. */
  public static int colours() {
    return COLOURS.size();
  }

  private String colour(int series) {
    int k = series % COLOURS.size();
    return area.alone() ? COLOURS.get(k) : "var(--s" + k + ")";
  }

  private String ink() {
    return area.alone() ? "#222" : "var(--ink)";
  }

  private String ruled() {
    return area.alone() ? "#ddd" : "var(--rule)";
  }

  private String draw() {
    if (area.alone()) {
      line(
          "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'"
              + " font-family='sans-serif' font-size='13' fill='%s'>",
          area.width(), area.height(), area.width(), area.height(), ink());
      line("<rect width='%d' height='%d' fill='white'/>", area.width(), area.height());
      line(
          "<text x='%d' y='26' font-size='16' font-weight='bold'>%s</text>",
          area.left(), escaped(figure.title()));
    } else {
      line(
          "<svg viewBox='0 0 %d %d' font-size='13' fill='%s' role='img' aria-label=\"%s\">",
          area.width(), area.height(), ink(), escaped(FigureText.of(figure)));
    }
    axes();
    for (int k = 0; k < figure.series().size(); k++) {
      curve(figure.series().get(k), colour(k));
      if (area.alone()) {
        legend(figure.series().get(k), colour(k), k);
      }
    }
    line("</svg>");
    return svg.toString();
  }

  private void axes() {
    for (Axis.Tick tick : area.x().ticks(figure.x())) {
      double at = area.across(tick.position());
      rule(at, area.top(), at, area.floor());
      line(
          "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
          at, area.floor() + 20, raised(tick.label()));
    }
    for (Axis.Tick tick : area.y().ticks(figure.y())) {
      double at = area.down(tick.position());
      rule(area.left(), at, area.wall(), at);
      line(
          "<text x='%d' y='%.1f' text-anchor='end'>%s</text>",
          area.left() - 8, at + 4.5, raised(tick.label()));
    }
    line(
        "<rect x='%d' y='%d' width='%d' height='%d' fill='none' stroke='%s'/>",
        area.left(), area.top(), area.wall() - area.left(), area.floor() - area.top(), ink());
    line(
        "<text x='%d' y='%d' text-anchor='middle'>%s</text>",
        (area.left() + area.wall()) / 2, area.height() - 14, escaped(figure.x().label()));
    line(
        "<text transform='translate(20 %d) rotate(-90)' text-anchor='middle'>%s</text>",
        (area.top() + area.floor()) / 2, escaped(figure.y().label()));
  }

  private void rule(double x1, double y1, double x2, double y2) {
    line("<path d='M%.1f %.1fL%.1f %.1f' stroke='%s'/>", x1, y1, x2, y2, ruled());
  }

  private void curve(Series series, String colour) {
    if (series.mark() == Series.Mark.COLUMNS) {
      columns(series, colour);
      return;
    }
    bars(series, colour);
    StringBuilder path = new StringBuilder();
    boolean dots =
        series.mark() == Series.Mark.DOTS
            || series.mark() == Series.Mark.LINE && series.x().length <= DOTS;
    char next = 'M';
    for (int i = 0; i < series.x().length; i++) {
      if (figure.x().shows(series.x()[i]) && figure.y().shows(series.y()[i])) {
        double u = area.across(figure.x().position(series.x()[i]));
        double v = area.down(figure.y().position(series.y()[i]));
        path.append(String.format(Locale.ROOT, "%c%.2f %.2f", next, u, v));
        next = 'L';
        if (dots) {
          line("<circle cx='%.2f' cy='%.2f' r='2.8' fill='%s'/>", u, v, colour);
        }
      } else {
        next = 'M';
      }
    }
    if (series.mark() != Series.Mark.DOTS) {
      line("<path d='%s' fill='none' stroke='%s' stroke-width='2'%s/>", path, colour, dash(series));
    }
  }

  private void bars(Series series, String colour) {
    for (int i = 0; series.hasErrors() && i < series.x().length; i++) {
      if (figure.x().shows(series.x()[i])
          && figure.y().shows(series.y()[i])
          && Double.isFinite(series.errors()[i])) {
        double u = area.across(figure.x().position(series.x()[i]));
        double top = area.down(figure.y().position(series.high(i)));
        double low = series.y()[i] - series.errors()[i];
        double foot = figure.y().shows(low) ? area.down(figure.y().position(low)) : area.floor();
        line(
            "<path d='M%.2f %.2fh6m-3 0V%.2fm-3 0h6' fill='none' stroke='%s' stroke-width='1.4'/>",
            u - 3, top, foot, colour);
      }
    }
  }

  private void columns(Series series, String colour) {
    for (int i = 0; i + 1 < series.x().length; i++) {
      if (figure.y().shows(series.y()[i])) {
        double from = area.across(figure.x().position(series.x()[i]));
        double to = area.across(figure.x().position(series.x()[i + 1]));
        double top = area.down(figure.y().position(series.y()[i]));
        line(
            "<rect x='%.2f' y='%.2f' width='%.2f' height='%.2f' fill='%s' fill-opacity='0.45'"
                + " stroke='%s'/>",
            from, top, to - from, area.floor() - top, colour, colour);
      }
    }
  }

  private static String dash(Series series) {
    return series.mark() == Series.Mark.DASHED ? " stroke-dasharray='7 5'" : "";
  }

  private void legend(Series series, String colour, int row) {
    int at = area.top() + 14 + 22 * row;
    int from = area.wall() + 14;
    line(
        "<path d='M%d %dL%d %d' stroke='%s' stroke-width='2'%s/>",
        from, at, from + 24, at, colour, dash(series));
    line("<text x='%d' y='%.1f'>%s</text>", from + 31, at + 4.5, escaped(series.name()));
  }

  /** 10^k with its exponent raised. */
  private static String raised(String label) {
    int hat = label.indexOf('^');
    if (hat < 0) {
      return label.replace('-', '−');
    }
    String exponent = label.substring(hat + 1).replace('-', '−');
    return label.substring(0, hat).replace('-', '−')
        + "<tspan dy='-5' font-size='10'>"
        + exponent
        + "</tspan>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private void line(String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
