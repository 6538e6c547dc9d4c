package org.metricflows.bridge.internal.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.numeric.internal.flow.Outcome;

/**
 * What result.json holds.
 *
 * <p>Of its entries {@code cpu_seconds} alone differs between two runs of one spec.
 *
 * @param outcome how the flow ended
 * @param records a map of observables per recorded time
 * @param extras entries of the run as a whole, such as {@code metric_ntk}; they follow the records
 * @param evaluations calls of the right-hand side
 * @param cpuSeconds processor time of the integration, all threads together
 * @param versions of this program, of Java and of libraries
 * @param spec as resolved
 */
public record RunResult(
    Outcome outcome,
    List<Map<String, Object>> records,
    Map<String, Object> extras,
    long evaluations,
    double cpuSeconds,
    Map<String, Object> versions,
    Map<String, Object> spec) {

  public RunResult {
    records = List.copyOf(records);
    extras = copy(extras);
    versions = copy(versions);
    spec = copy(spec);
  }

  /** A copy that keeps the order of the entries. */
  private static Map<String, Object> copy(Map<String, Object> entries) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The entries in the order of the file. */
  public Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("status", outcome.status());
    if (outcome instanceof Outcome.Stopped stopped) {
      tree.put("stopped_at", stopped.time());
    }
    tree.put("records", records);
    tree.putAll(extras);
    tree.put("evaluations", evaluations);
    tree.put("cpu_seconds", cpuSeconds);
    tree.put("versions", versions);
    tree.put("spec", spec);
    return tree;
  }

  /** The text of the file. */
  public String toJson() {
    return JsonText.of(toTree());
  }
}
