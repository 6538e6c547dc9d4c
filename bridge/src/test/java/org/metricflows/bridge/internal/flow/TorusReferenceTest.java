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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.FlowRecord;

/**
 * Perelman's flow and Ricci flow on a torus as an independent program computed them. It promises
 * 1e-9 on integrals and 3e-8 on the metric at a point, which the fixed measure makes sensitive to
 * what a grid truncates.
 */
class TorusReferenceTest {
  private static final double INTEGRALS = 1e-9;
  private static final double METRIC = 3e-8;

  private static JsonNode torus() {
    try (InputStream in = TorusReferenceTest.class.getResourceAsStream("/reference/torus.json")) {
      return new ObjectMapper().readTree(in).get("cases").get(0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SpecSource spec(String name) {
    return SpecSource.ofText(torus().get(name).toString(), name);
  }

  private static List<Map<String, Object>> run(SpecSource source) {
    Problem flow = ChartProblem.of(source.read(Purpose.RUN));
    List<Map<String, Object>> records = new ArrayList<>();
    for (FlowRecord record : integration(flow).solve().records()) {
      records.add(flow.observations().of(record));
    }
    return records;
  }

  @ParameterizedTest
  @CsvSource({"spec_perelman, perelman", "spec_ricci, ricci"})
  void integralsAndMetricAgree(String spec, String expected) {
    List<Map<String, Object>> records = run(spec(spec));
    JsonNode reference = torus().get(expected);
    assertThat(records).hasSize(reference.size());
    for (int k = 0; k < records.size(); k++) {
      Map<String, Object> record = records.get(k);
      for (String key : List.of("volume", "int_R", "int_R2", "perelman_F", "perelman_dF_dt")) {
        if (reference.get(k).has(key)) {
          double exact = reference.get(k).get(key).asDouble();
          assertThat((Double) record.get(key)).as(key).isCloseTo(exact, within(INTEGRALS));
        }
      }
      double[][] origin = (double[][]) record.get("metric_at_test_points");
      for (int c = 0; c < 3; c++) {
        double exact = reference.get(k).get("g_at_origin").get(c).asDouble();
        assertThat(origin[0][c]).isCloseTo(exact, within(METRIC));
      }
    }
  }

  @Test
  void distanceToPerelmanFallsAsTheSquareOfTheBandwidth() {
    double[][] exact = last(spec("spec_perelman"));
    JsonNode distances = torus().get("distance_to_perelman_by_bandwidth");
    List<double[]> logs = new ArrayList<>();
    distances
        .fields()
        .forEachRemaining(
            entry -> {
              double[][] smooth =
                  last(spec("spec_perelman").with("flow.bandwidth=" + entry.getKey()));
              double distance = distance(exact, smooth);
              double reference = entry.getValue().asDouble();
              assertThat(distance).isCloseTo(reference, within(1e-3 * reference));
              logs.add(
                  new double[] {Math.log(Double.parseDouble(entry.getKey())), Math.log(distance)});
            });
    List<double[]> fine = logs.stream().filter(l -> l[0] < Math.log(0.21)).toList();
    assertThat(slope(fine)).isCloseTo(2.0, within(0.1));
  }

  private static double slope(List<double[]> points) {
    double x = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
    double y = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
    double xy = points.stream().mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
    return xy / points.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
  }

  private static double[][] last(SpecSource source) {
    List<Map<String, Object>> records = run(source);
    return (double[][]) records.get(records.size() - 1).get("metric_at_points");
  }

  private static double distance(double[][] a, double[][] b) {
    double largest = 0;
    for (int p = 0; p < a.length; p++) {
      for (int c = 0; c < a[p].length; c++) {
        largest = Math.max(largest, Math.abs(a[p][c] - b[p][c]));
      }
    }
    return largest;
  }

  private static FlowIntegration integration(Problem problem) {
    return (FlowIntegration) problem.evolution();
  }
}
