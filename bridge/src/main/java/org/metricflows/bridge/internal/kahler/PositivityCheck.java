package org.metricflows.bridge.internal.kahler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.observable.Vocabulary;

/** Whether what a run has ended with is a metric at all points held out. */
final class PositivityCheck {

  private PositivityCheck() {}

  /** {@code name}, {@code passed} and the last record's {@code positive_fraction}; none without. */
  static List<Map<String, Object>> of(List<Map<String, Object>> records) {
    String name = Vocabulary.POSITIVE_FRACTION.name();
    if (records.isEmpty()
        || !(records.get(records.size() - 1).get(name) instanceof Number fraction)) {
      return List.of();
    }
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("name", "the metric is positive at held-out points");
    check.put("passed", fraction.doubleValue() == 1);
    check.put(name, fraction.doubleValue());
    return List.of(check);
  }
}
