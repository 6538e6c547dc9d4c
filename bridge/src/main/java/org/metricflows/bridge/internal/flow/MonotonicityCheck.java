package org.metricflows.bridge.internal.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Vocabulary;

/**
 * Checks over a run's records that what a flow must not lower does not fall: Perelman's F and W.
 *
 * <p>A value may fall short of the one before by {@code 1e-9} of the largest, which is rounding and
 * the integrator's error.
 */
final class MonotonicityCheck {
  private static final double ROUNDING = 1e-9;
  private static final List<Observable> GROWING =
      List.of(Vocabulary.PERELMAN_F, Vocabulary.PERELMAN_W);

  private MonotonicityCheck() {}

  /** For each quantity in the records: {@code name}, {@code passed}, {@code least_increase}. */
  static List<Map<String, Object>> of(List<Map<String, Object>> records) {
    List<Map<String, Object>> checks = new ArrayList<>();
    for (Observable observable : GROWING) {
      double[] values =
          records.stream()
              .map(r -> r.get(observable.name()))
              .filter(Number.class::isInstance)
              .mapToDouble(v -> ((Number) v).doubleValue())
              .filter(Double::isFinite)
              .toArray();
      if (values.length > 1) {
        checks.add(check(observable.name(), values));
      }
    }
    return checks;
  }

  private static Map<String, Object> check(String label, double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double scale = Math.abs(values[0]);
    for (int k = 1; k < values.length; k++) {
      least = Math.min(least, values[k] - values[k - 1]);
      scale = Math.max(scale, Math.abs(values[k]));
    }
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("name", label + " does not fall");
    check.put("passed", least >= -ROUNDING * scale);
    check.put("least_increase", least);
    return check;
  }
}
