package org.metricflows.app.internal.cli;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.app.internal.result.Finding;
import org.metricflows.app.internal.result.Measured;
import org.metricflows.app.internal.sweep.MeanAndError;
import org.metricflows.app.internal.sweep.SweepTable;
import org.metricflows.app.internal.sweep.TableFormat;
import org.metricflows.bridge.internal.spec.SweepAxis;

/**
 * The table of a sweep for a person.
 *
 * @param table the table
 */
record SweepText(SweepTable table) {

  String text() {
    StringBuilder text = new StringBuilder();
    if (!table.plan().title().isEmpty()) {
      text.append(table.plan().title()).append("\n\n");
    }
    text.append(means());
    if (!table.slopes().isEmpty()) {
      text.append("\nslope of log measure against log key\n").append(slopes());
    }
    long completed = table.runs().values().stream().filter(run -> run.isCompleted()).count();
    text.append('\n').append(completed).append(" of ").append(table.runs().size());
    text.append(" runs completed\n\n").append(finding().sentence()).append('\n');
    return text.toString();
  }

  Finding finding() {
    return Finding.ofSweep(Json.read(Json.text(TableFormat.tree(table))));
  }

  private TextTable means() {
    List<String> header = new ArrayList<>();
    table.axes().forEach(axis -> header.add(axis.key()));
    header.add("runs");
    header.addAll(table.measures());
    TextTable text = new TextTable().row(header.toArray(String[]::new));
    for (SweepTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(values(row.at()));
      cells.add(String.valueOf(row.runs()));
      row.means().forEach(mean -> cells.add(mean(mean)));
      text.row(cells.toArray(String[]::new));
    }
    return text;
  }

  private List<String> values(List<Integer> at) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < at.size(); i++) {
      values.add(table.axes().get(i).values().get(at.get(i)));
    }
    return values;
  }

  private static String mean(MeanAndError mean) {
    return mean.count() == 0 ? "-" : withError(mean.mean(), mean.standardError());
  }

  private static String withError(double value, double error) {
    return new Measured(value, error).toString();
  }

  private TextTable slopes() {
    TextTable text = new TextTable();
    for (SweepTable.Slope slope : table.slopes()) {
      text.row(
          table.measures().get(slope.measure()),
          table.axes().get(slope.axis()).key() + others(slope),
          withError(slope.fit().slope(), slope.fit().standardError()));
    }
    return text;
  }

  /** The values of the axes that the slope is not against, where there are such. */
  private String others(SweepTable.Slope slope) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < table.axes().size(); i++) {
      if (i != slope.axis()) {
        SweepAxis axis = table.axes().get(i);
        text.append(text.length() == 0 ? " at " : ", ");
        text.append(axis.key()).append(": ").append(axis.values().get(slope.at().get(i)));
      }
    }
    return text.toString();
  }
}
