package org.metricflows.bridge.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.run.RunResult;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.internal.spec.SpecSource;

/**
 * Flows that independent programs computed: torch autograd in float64 and mpmath kernels,
 * integrated by scipy's DOP853 at 1e-12. They promise 1e-9 relative on the metric.
 */
class ReferenceFlowTest {
  private static final double PROMISED = 1e-9;

  static Stream<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    for (String file : List.of("finite-flows", "infinite-flows")) {
      try (InputStream in =
          ReferenceFlowTest.class.getResourceAsStream("/reference/" + file + ".json")) {
        for (JsonNode node : new ObjectMapper().readTree(in).get("cases")) {
          cases.add(Arguments.of(node.get("name").asText(), node));
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void flowsAgreeWithIndependentPrograms(String name, JsonNode reference) {
    SpecSource source = SpecSource.ofText(reference.get("spec").toString(), name);
    Spec spec = source.read(Purpose.RUN);
    RunResult result = Run.of(ChartProblem.of(spec), spec, Map.of()).inMemory();
    assertThat(result.outcome().status()).isEqualTo("completed");
    JsonNode expected = reference.get("expected").get("records");
    assertThat(result.records()).hasSize(expected.size());
    for (int k = 0; k < expected.size(); k++) {
      Map<String, Object> record = result.records().get(k);
      for (String key : List.of("metric_at_points", "metric_at_test_points")) {
        close(key, (double[][]) record.get(key), expected.get(k).get(key));
      }
      double loss = expected.get(k).get("loss").asDouble();
      assertThat((Double) record.get("loss")).isCloseTo(loss, within(PROMISED * Math.abs(loss)));
    }
    kernel(result, reference.get("expected"));
  }

  private static void kernel(RunResult result, JsonNode expected) {
    Map<?, ?> kernel = (Map<?, ?>) result.extras().get("metric_ntk");
    if (expected.has("metric_ntk")) {
      close(
          "at_start",
          (double[][]) kernel.get("at_start"),
          expected.get("metric_ntk").get("at_start"));
      close("at_end", (double[][]) kernel.get("at_end"), expected.get("metric_ntk").get("at_end"));
    } else {
      double[][] theta = (double[][]) kernel.get("at_start");
      JsonNode first = expected.get("ntk_first_two_points");
      assertThat(theta[0][0]).isCloseTo(first.get(0).asDouble(), within(1e-12));
      assertThat(theta[0][3]).isCloseTo(first.get(1).asDouble(), within(1e-12));
      assertThat(theta[0][1]).isZero();
    }
  }

  /** Relative to the largest entry: components cross zero. */
  private static void close(String what, double[][] seen, JsonNode expected) {
    assertThat(seen.length).isEqualTo(expected.size());
    double scale = 0;
    for (JsonNode row : expected) {
      for (JsonNode entry : row) {
        scale = Math.max(scale, Math.abs(entry.asDouble()));
      }
    }
    for (int p = 0; p < seen.length; p++) {
      for (int c = 0; c < seen[p].length; c++) {
        assertThat(seen[p][c])
            .as("%s[%d][%d]", what, p, c)
            .isCloseTo(expected.get(p).get(c).asDouble(), within(PROMISED * scale));
      }
    }
  }
}
