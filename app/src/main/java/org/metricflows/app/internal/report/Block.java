package org.metricflows.app.internal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.metricflows.app.internal.plot.Figure;
import org.metricflows.app.internal.plot.Series;
import org.metricflows.app.internal.plot.SvgFigure;

/** A figure with its caption, its legend and the numbers behind it. */
final class Block {
  private Block() {}

  /**
   * A figure on the page.
   *
   * @param caption what there is to see
   */
  static Html of(Figure figure, Html caption) {
    List<Html> parts = new ArrayList<>();
    parts.add(Html.of("h3", figure.title()));
    parts.add(new Html(SvgFigure.inline(figure)));
    if (figure.series().size() > 1) {
      parts.add(legend(figure));
    }
    parts.add(
        Html.of(
            "figcaption",
            caption,
            Html.text(" "),
            Html.download(file(figure.title()), figure.toCsv(), "CSV")));
    return Html.of("figure", parts);
  }

  private static Html legend(Figure figure) {
    return Html.of(
        "ul class='legend'",
        IntStream.range(0, figure.series().size())
            .mapToObj(
                k ->
                    Html.of(
                        (isDashed(figure, k) ? "li class='dashed'" : "li")
                            + " style='--c:var(--s"
                            + k % SvgFigure.colours()
                            + ")'",
                        figure.series().get(k).name()))
            .toList());
  }

  private static boolean isDashed(Figure figure, int series) {
    return figure.series().get(series).mark() == Series.Mark.DASHED;
  }

  /** A name for a file, of the letters and digits of a title. */
  static String file(String title) {
    String plain = title.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    return (plain.isEmpty() ? "figure" : plain) + ".csv";
  }
}
