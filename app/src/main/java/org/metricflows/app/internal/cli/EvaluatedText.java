package org.metricflows.app.internal.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.app.internal.result.Measured;
import org.metricflows.bridge.internal.evaluate.Evaluated;
import org.metricflows.bridge.internal.numpy.Tensor;

/** Arrays over points as a person, a table or JSON has them. */
final class EvaluatedText {
  private static final int MOST_SHOWN = 5;

  private EvaluatedText() {}

  /**
   * The integrals, and the first points.
   *
   * @param shown whether there are to be points
   */
  static String of(Evaluated values, boolean shown) {
    StringBuilder text = new StringBuilder();
    int points = values.arrays().get("points").shape().get(0);
    for (int p = 0; p < Math.min(points, MOST_SHOWN) && shown; p++) {
      TextTable table = new TextTable();
      for (Map.Entry<String, Tensor> entry : values.arrays().entrySet()) {
        rows(table, entry.getKey(), entry.getValue(), p);
      }
      text.append(table).append('\n');
    }
    if (points > MOST_SHOWN && shown) {
      text.append("... ").append(points).append(" points; --out FILE.npz keeps all\n");
    }
    TextTable integrals = new TextTable();
    values
        .integrals()
        .forEach(
            (name, estimate) ->
                integrals.row(name, new Measured(estimate.value(), estimate.error()).toString()));
    return text.append(integrals).toString();
  }

  private static void rows(TextTable table, String name, Tensor array, int point) {
    List<String> labels = labels(name, array);
    double[] values = row(array, point);
    for (int c = 0; c < labels.size(); c++) {
      String value =
          array.complex() ? complex(values[2 * c], values[2 * c + 1]) : Numbers.text(values[c]);
      table.row(labels.get(c), value);
    }
  }

  private static String complex(double re, double im) {
    return Numbers.text(re) + (im < 0 ? " - " : " + ") + Numbers.text(Math.abs(im)) + " i";
  }

  /** The names of a point's numbers: {@code metric_12}, or {@code metric_1_12} past nine. */
  static List<String> labels(String name, Tensor array) {
    List<Integer> lengths = array.shape().subList(1, array.shape().size());
    String separator = lengths.stream().allMatch(n -> n < 10) ? "" : "_";
    List<String> labels = List.of("");
    for (int length : lengths) {
      List<String> longer = new ArrayList<>();
      for (String label : labels) {
        for (int i = 1; i <= length; i++) {
          longer.add(label.isEmpty() ? "_" + i : label + separator + i);
        }
      }
      labels = longer;
    }
    return labels.stream().map(label -> name + label).toList();
  }

  /** The numbers of a point; of complex arrays real and imaginary parts in turn. */
  static double[] row(Tensor array, int point) {
    int points = array.shape().get(0);
    double[] values = array.values();
    int width = points == 0 ? 0 : values.length / points;
    return Arrays.copyOfRange(values, point * width, (point + 1) * width);
  }

  /**
   * As JSON writers take it.
   *
   * @param whole whether the arrays are to be there; else integrals alone
   */
  static Map<String, Object> tree(Evaluated values, boolean whole) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (whole) {
      values.arrays().forEach((name, array) -> tree.put(name, nested(array.real())));
    } else {
      tree.put("count", values.arrays().get("points").shape().get(0));
    }
    values
        .integrals()
        .forEach(
            (name, estimate) -> {
              tree.put(name, estimate.value());
              tree.put(name + "_error", estimate.error());
            });
    return tree;
  }

  private static Object nested(Tensor array) {
    return nested(array.values(), array.shape(), 0, array.values().length);
  }

  private static Object nested(double[] values, List<Integer> shape, int from, int to) {
    if (shape.isEmpty()) {
      return values[from];
    }
    if (shape.size() == 1) {
      return Arrays.copyOfRange(values, from, to);
    }
    List<Object> items = new ArrayList<>();
    int length = shape.get(0) == 0 ? 0 : (to - from) / shape.get(0);
    for (int i = 0; i < shape.get(0); i++) {
      items.add(
          nested(
              values, shape.subList(1, shape.size()), from + i * length, from + (i + 1) * length));
    }
    return items;
  }
}
