package org.metricflows.app.internal.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.app.internal.result.RunRecords;
import org.metricflows.bridge.internal.spec.Measure;

/** Measures of small results, by hand. */
class RunReadingTest {
  /** Two points on a curve: one component each, hence nothing to mix. */
  private static final String CURVE =
      """
      {"records": [
         {"t": 0.0, "loss": 4.0, "metric_at_points": [[1.0], [2.0]]},
         {"t": 0.5, "loss": 2.0, "metric_at_points": [[1.5], [2.0]]},
         {"t": 1.0, "loss": 1.0, "metric_at_points": [[1.5], [2.5]]}],
       "metric_ntk": {"at_start": [[3.0, 0.0], [0.0, 4.0]], "at_end": [[3.0, 1.0], [1.0, 4.0]]},
       "spec": {"chart": {"coordinates": ["x"]}}}
      """;

  private static final String OTHER =
      """
      {"records": [
         {"t": 0.0, "metric_at_points": [[1.0], [2.0]]},
         {"t": 0.5, "metric_at_points": [[1.5], [1.0]]},
         {"t": 1.0, "metric_at_points": [[1.0], [2.25]]}],
       "metric_ntk": {"at_start": [[0.0, 0.0], [4.0, 3.0]], "at_end": [[3.0, 0.0], [0.0, 4.0]]}}
      """;

  /** One point of a surface, components 11, 12, 22. */
  private static final String SURFACE =
      """
      {"records": [{"epoch": 0, "sigma": 0.5}, {"epoch": 3, "sigma": 0.25}],
       "metric_ntk": {"at_start": [[2, 3, 0], [3, 1, 0], [0, 0, 2]],
                      "at_end": [[2, 0, 0], [0, 1, 0], [0, 0, 2]]},
       "spec": {"chart": {"coordinates": ["x", "y"]}}}
      """;

  private static RunRecords records(String json) {
    try {
      return new RunRecords(new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static OptionalDouble value(String run, Optional<String> reference, String measure) {
    return new RunReading(records(run), reference.map(RunReadingTest::records))
        .value(Measure.of(measure).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "loss, 1",
    "loss@0.5, 2",
    "metric_distance, 0.5",
    "metric_distance@0.5, 1",
    "metric_distance@0, 0",
    "component_mixing, 0"
  })
  void readsRecordsAndDistances(String measure, double expected) {
    assertThat(value(CURVE, Optional.of(OTHER), measure)).hasValue(expected);
  }

  /** (3, 0; −4, 1) over (0, 0; 4, 3): √26/5; and (0, 1; 1, 0) over (3, 0; 0, 4): √2/5. */
  @Test
  void kernelsDifferInTheFrobeniusNorm() {
    assertThat(value(CURVE, Optional.of(OTHER), "ntk_distance@0").orElseThrow())
        .isCloseTo(Math.sqrt(26) / 5, within(1e-15));
    assertThat(value(CURVE, Optional.of(OTHER), "ntk_distance").orElseThrow())
        .isCloseTo(Math.sqrt(2) / 5, within(1e-15));
  }

  /** Off the diagonal blocks 3² + 3², in them 2² + 1² + 2². */
  @Test
  void componentsMix() {
    assertThat(value(SURFACE, Optional.empty(), "component_mixing@0").orElseThrow())
        .isCloseTo(Math.sqrt(18.0 / 9), within(1e-15));
    assertThat(value(SURFACE, Optional.empty(), "component_mixing")).hasValue(0);
  }

  @Test
  void recordsMayBeCountedByEpochs() {
    assertThat(value(SURFACE, Optional.empty(), "sigma@0")).hasValue(0.5);
    assertThat(records(SURFACE).numbers()).containsExactly("sigma");
  }

  @ParameterizedTest
  @ValueSource(strings = {"los", "loss@0.25", "metric_at_points"})
  void whatIsNotThereHasNoValue(String measure) {
    assertThat(value(CURVE, Optional.empty(), measure)).isEmpty();
  }

  @Test
  void distancesNeedAReference() {
    assertThat(value(CURVE, Optional.empty(), "metric_distance")).isEmpty();
    assertThat(value(CURVE, Optional.empty(), "ntk_distance")).isEmpty();
    assertThat(value(CURVE, Optional.of(SURFACE), "ntk_distance")).isEmpty();
  }
}
