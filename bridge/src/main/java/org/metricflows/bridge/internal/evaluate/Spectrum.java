package org.metricflows.bridge.internal.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lowest eigenvalues of a metric's Laplacian, those that agree within their errors taken
 * together.
 *
 * @param operator whose they are, a line of text
 * @param levels in rising order
 * @param functions how many functions they are sought among
 * @param points how many points were integrated over
 */
public record Spectrum(String operator, List<Level> levels, int functions, int points) {

  /**
   * Some equal eigenvalues.
   *
   * @param value their mean
   * @param error standard error of the mean, with the spread of the eigenvalues
   * @param multiplicity how many
   */
  public record Level(double value, double error, int multiplicity) {}

  public Spectrum {
    levels = List.copyOf(levels);
  }

  /**
   * Takes eigenvalues together that follow one another closely.
   *
   * @param values in rising order
   * @param errors their standard errors
   * @param apart the relative distance below which neighbours belong together in any case
   * @param complete whether there are no others; else the last level, which may go on, is left out
   *     where there is another
   */
  public static List<Level> levels(
      double[] values, double[] errors, double apart, boolean complete) {
    List<Level> levels = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= values.length; i++) {
      if (i == values.length || isApart(values, errors, i, apart)) {
        levels.add(level(values, errors, from, i));
        from = i;
      }
    }
    return complete || levels.size() == 1 ? levels : levels.subList(0, levels.size() - 1);
  }

  private static boolean isApart(double[] values, double[] errors, int i, double apart) {
    double gap = values[i] - values[i - 1];
    double noise = 3 * Math.hypot(errors[i], errors[i - 1]);
    return gap > Math.max(noise, apart * Math.abs(values[i]));
  }

  private static Level level(double[] values, double[] errors, int from, int to) {
    int count = to - from;
    double mean = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      mean += values[i] / count;
      squares += errors[i] * errors[i] / count;
    }
    double spread = 0;
    for (int i = from; i < to; i++) {
      spread += (values[i] - mean) * (values[i] - mean) / count;
    }
    return new Level(mean, Math.sqrt((squares + spread) / count), count);
  }

  /** As JSON writers take it. */
  public Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("operator", operator);
    List<Map<String, Object>> eigenvalues = new ArrayList<>();
    for (Level level : levels) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("value", level.value());
      entry.put("error", level.error());
      entry.put("multiplicity", level.multiplicity());
      eigenvalues.add(entry);
    }
    tree.put("eigenvalues", eigenvalues);
    tree.put("functions", functions);
    tree.put("points", points);
    return tree;
  }
}
