package org.metricflows.app.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The orders that theory gives come out of the gallery's sweeps, here with fewer runs. */
class SweepOrdersTest {
  /** A normal error is larger once in 400 times; seeds are fixed, so that it is or is not here. */
  private static final double ERRORS = 3;

  @TempDir private Path folder;

  private JsonNode sweep(String example, String... assignments) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(
                "sweep",
                "../examples/gallery/" + example + ".yaml",
                "--json",
                "--out",
                folder + "/out"));
    for (String assignment : assignments) {
      args.addAll(List.of("--set", assignment));
    }
    Execution run = Execution.of(args.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private static JsonNode slope(JsonNode sweep, String measure) {
    for (JsonNode slope : sweep.get("slopes")) {
      if (slope.get("measure").asText().equals(measure)) {
        return slope;
      }
    }
    throw new AssertionError("no slope of " + measure);
  }

  private static void assertOrder(JsonNode sweep, String measure, double order) {
    JsonNode slope = slope(sweep, measure);
    double error = slope.get("standard_error").asDouble();
    assertThat(error).isLessThan(0.1);
    assertThat(slope.get("slope").asDouble()).as(measure).isCloseTo(order, within(ERRORS * error));
  }

  @Test
  void kernelsTendToTheirLimitLikeTheRootOfTheWidthAndDriftLikeItsInverse() throws IOException {
    JsonNode sweep =
        sweep(
            "ntk-against-width",
            "sweep.network.width=[16, 64, 256]",
            "sweep.network.seed=[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]",
            "flow={time: 0.5, relative_tolerance: 1e-6, absolute_tolerance: 1e-8}");
    assertOrder(sweep, "ntk_distance@0", -0.5);
    assertOrder(sweep, "component_mixing@0", -0.5);
    assertOrder(sweep, "ntk_drift", -1);
  }

  /** Below 0.1 the next term, of order 4, is a few per cent of the first. */
  @Test
  void theDistanceToPerelmansFlowFallsAsTheSquareOfTheBandwidth() throws IOException {
    JsonNode sweep =
        sweep(
            "perelman-against-bandwidth",
            "sample.grid=[16, 16]",
            "sweep.flow.bandwidth=[0.1, 0.07, 0.05]");
    assertThat(slope(sweep, "metric_distance").get("slope").asDouble()).isCloseTo(2, within(0.05));
  }

  /** The finest grid has an error of its own, (8/20)² of the next one's. */
  @Test
  void gridsOfCellCentresConvergeWithOrderTwo() throws IOException {
    JsonNode sweep =
        sweep(
            "grid-convergence",
            "sweep.sample.grid=[[4, 4], [6, 6], [8, 8]]",
            "reference.sample.grid=[20, 20]",
            "flow={time: 0.1}");
    assertThat(slope(sweep, "metric_distance").get("slope").asDouble()).isBetween(-2.3, -1.9);
  }
}
