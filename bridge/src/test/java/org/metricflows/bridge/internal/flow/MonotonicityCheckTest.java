package org.metricflows.bridge.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonotonicityCheckTest {
  private static List<Map<String, Object>> records(Object... values) {
    return Arrays.stream(values).map(f -> Map.of("t", 0.0, "perelman_F", f)).toList();
  }

  @Test
  void growthPasses() {
    Map<String, Object> check = MonotonicityCheck.of(records(1.0, 2.0, 2.5)).get(0);
    assertThat(check)
        .containsEntry("passed", true)
        .containsEntry("least_increase", 0.5)
        .containsEntry("name", "perelman_F does not fall");
  }

  @Test
  void fallFails() {
    assertThat(MonotonicityCheck.of(records(1.0, 2.0, 1.999)).get(0))
        .containsEntry("passed", false);
  }

  @Test
  void roundingPassesAndUndefinedValuesAreLeftOut() {
    assertThat(MonotonicityCheck.of(records(1.0, 1.0 - 1e-14, Double.NaN)).get(0))
        .containsEntry("passed", true);
    assertThat(MonotonicityCheck.of(records(1.0))).isEmpty();
    assertThat(MonotonicityCheck.of(List.of(Map.of("t", 0.0), Map.of("t", 1.0)))).isEmpty();
  }
}
