package org.metricflows.app.internal.sweep;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.metricflows.bridge.internal.spec.SweepAxis;

/** The table in the files of the sweep. */
public final class TableFormat {
  private TableFormat() {}

  /**
   * Comma-separated values, a row a combination of values: the keys, {@code runs}, and for each
   * measure its mean and, as {@code NAME_error}, its standard error; an empty cell for what there
   * is not.
   */
  public static String csv(SweepTable table) {
    List<String> header = new ArrayList<>();
    table.axes().forEach(axis -> header.add(cell(axis.key())));
    header.add("runs");
    table.measures().forEach(measure -> header.addAll(List.of(measure, measure + "_error")));
    StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
    for (SweepTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.at().size(); i++) {
        cells.add(cell(table.axes().get(i).values().get(row.at().get(i))));
      }
      cells.add(String.valueOf(row.runs()));
      for (MeanAndError mean : row.means()) {
        cells.add(cell(mean.mean()));
        cells.add(cell(mean.standardError()));
      }
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString();
  }

  private static String cell(double value) {
    return Double.isFinite(value) ? NumberOutput.toString(value, true) : "";
  }

  private static String cell(String text) {
    return text.matches("[^\",\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** What sweep.json holds, as a tree of maps, lists, texts and numbers. */
  public static Map<String, Object> tree(SweepTable table) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("title", table.plan().title());
    tree.put("sweep", swept(table.plan().axes()));
    tree.put("measures", table.measures());
    tree.put("rows", table.rows().stream().map(row -> row(table, row)).toList());
    tree.put("slopes", table.slopes().stream().map(slope -> slope(table, slope)).toList());
    tree.put("members", table.plan().members().stream().map(m -> member(table, m)).toList());
    tree.put("references", references(table));
    return tree;
  }

  private static Map<String, Object> swept(List<SweepAxis> axes) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (SweepAxis axis : axes) {
      tree.put(
          axis.key(),
          IntStream.range(0, axis.values().size()).mapToObj(i -> value(axis, i)).toList());
    }
    return tree;
  }

  private static Map<String, Object> row(SweepTable table, SweepTable.Row row) {
    Map<String, Object> tree = values(table.axes(), row.at());
    tree.put("runs", row.runs());
    for (int i = 0; i < row.means().size(); i++) {
      MeanAndError mean = row.means().get(i);
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("mean", mean.mean());
      entry.put("standard_error", mean.standardError());
      tree.put(table.measures().get(i), entry);
    }
    return tree;
  }

  private static Map<String, Object> slope(SweepTable table, SweepTable.Slope slope) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("measure", table.measures().get(slope.measure()));
    tree.put("against", table.axes().get(slope.axis()).key());
    Map<String, Object> others = values(table.axes(), slope.at());
    others.remove(table.axes().get(slope.axis()).key());
    tree.put("at", others);
    tree.put("slope", slope.fit().slope());
    tree.put("standard_error", slope.fit().standardError());
    tree.put("points", slope.fit().points());
    return tree;
  }

  private static Map<String, Object> member(SweepTable table, SweepPlan.Member member) {
    SweepTable.MeasuredRun run = table.runs().get(member.name());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", member.name());
    tree.putAll(values(table.plan().axes(), member.at()));
    tree.put("status", run.status());
    for (int i = 0; i < run.values().size(); i++) {
      tree.put(table.measures().get(i), run.values().get(i).orElse(Double.NaN));
    }
    if (!member.reference().isEmpty()) {
      tree.put("reference", member.reference());
    }
    return tree;
  }

  private static List<Map<String, Object>> references(SweepTable table) {
    return table.plan().members().stream()
        .map(SweepPlan.Member::reference)
        .filter(name -> !name.isEmpty())
        .distinct()
        .map(name -> reference(name, table.runs().get(name)))
        .toList();
  }

  private static Map<String, Object> reference(String name, SweepTable.MeasuredRun run) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("status", run.status());
    return tree;
  }

  /** The values of a combination by their keys; single numbers as numbers. */
  private static Map<String, Object> values(List<SweepAxis> axes, List<Integer> at) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < axes.size(); i++) {
      values.put(axes.get(i).key(), value(axes.get(i), at.get(i)));
    }
    return values;
  }

  private static Object value(SweepAxis axis, int index) {
    String text = axis.values().get(index);
    if (text.startsWith("[") || axis.number(index).isEmpty()) {
      return text;
    }
    double number = axis.number(index).getAsDouble();
    return text.matches("-?\\d{1,18}") ? (Object) Long.parseLong(text) : (Object) number;
  }
}
