package org.metricflows.app.internal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metricflows.app.internal.figure.SweepFigures;
import org.metricflows.app.internal.sweep.SweepTable;
import org.metricflows.app.internal.sweep.TableFormat;

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
    new SweepFigures(table)
        .all()
        .forEach(
            (name, figure) -> {
              Html caption =
                  Html.joined(
                      Quantity.named(figure.y().label()).caption(),
                      Html.text(
                          ". Means over "
                              + "seeds with standard errors; lines are fits of log against log."));
              blocks.add(Block.of(figure, caption));
            });
    return blocks;
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
