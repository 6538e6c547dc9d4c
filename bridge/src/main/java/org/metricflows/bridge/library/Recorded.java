package org.metricflows.bridge.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.metricflows.numeric.internal.batch.SymmetricIndex;

/** What was recorded at one time, or after one epoch. */
public final class Recorded {

  private static final String METRIC = "metric_at_points";

  private final double time;
  private final Map<String, Object> entries;

  Recorded(double time, Map<String, Object> entries) {
    this.time = time;
    this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The time t, or how many epochs. */
  public double time() {
    return time;
  }

  /** What there is. */
  public Set<String> names() {
    return entries.keySet();
  }

  /**
   * A number that was recorded.
   *
   * @throws NoSuchElementException if nothing of that name is a number here
   */
  public double value(String name) {
    if (entries.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw new NoSuchElementException("no number '" + name + "' is recorded, but " + names());
  }

  /**
   * The metric at a point.
   *
   * @param point its number in the space
   * @return g_ij as a d×d matrix
   * @throws NoSuchElementException if this is no flow on a chart
   */
  public double[][] metric(int point) {
    if (!(entries.get(METRIC) instanceof double[][] rows)) {
      throw new NoSuchElementException("no metric at points is recorded, but " + names());
    }
    double[] components = rows[point];
    return SymmetricIndex.ofSize(components.length).matrix(components);
  }

  /** Everything under its name: numbers, arrays, lists. */
  public Map<String, Object> entries() {
    return entries;
  }

  static List<Recorded> of(List<Map<String, Object>> records, String clock) {
    return records.stream()
        .map(entries -> new Recorded(((Number) entries.get(clock)).doubleValue(), entries))
        .toList();
  }
}
