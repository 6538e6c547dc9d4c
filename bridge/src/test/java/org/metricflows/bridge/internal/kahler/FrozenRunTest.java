package org.metricflows.bridge.internal.kahler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.run.RunResult;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;

/** Metrics of a K3 surface under frozen kernels. */
class FrozenRunTest {

  private static CalabiYauSpec frozen(String... changes) {
    List<String> all =
        new ArrayList<>(
            List.of("training=null", "loss={power: 2}", "sample={count: 60, held_out: 100}"));
    all.addAll(List.of(changes));
    return Varieties.quartic(all.toArray(String[]::new));
  }

  private static RunResult run(CalabiYauSpec spec) {
    return Run.of(VarietyProblem.of(spec), spec, Map.of()).inMemory();
  }

  private static double last(RunResult result, String key) {
    return number(result.records().get(result.records().size() - 1), key);
  }

  private static double number(Map<String, Object> entries, String key) {
    return ((Number) entries.get(key)).doubleValue();
  }

  /** Whatever the kernel, it is positive: the loss falls at every record. */
  @ParameterizedTest
  @ValueSource(strings = {"infinite", "gaussian", "relu", "delta"})
  void everyFixedKernelLowersTheLoss(String regime) {
    RunResult result = run(frozen("regime=" + regime, "flow={time: 0.2, record: [0, 0.1, 0.2]}"));
    List<Map<String, Object>> records = result.records();
    assertThat(records).extracting(r -> r.get("t")).containsExactly(0.0, 0.1, 0.2);
    assertThat(number(records.get(1), "loss")).isLessThan(number(records.get(0), "loss"));
    assertThat(number(records.get(2), "loss")).isLessThan(number(records.get(1), "loss"));
  }

  /** The optimum is below what the flow has reached. */
  @Test
  void theSolvedOptimumIsBelowTheFlow() {
    RunResult flow = run(frozen("regime=infinite", "flow={time: 1, record: [1]}"));
    RunResult optimum = run(frozen("regime=infinite", "solve={}"));
    assertThat(last(optimum, "loss")).isLessThan(last(flow, "loss"));
    assertThat(last(optimum, "sigma")).isLessThan(last(flow, "sigma"));
  }

  /** With few points a linearised network can meet them all, and does so in a few steps. */
  @Test
  void aLinearisedNetworkMeetsFewPoints() {
    RunResult optimum = run(frozen("regime=linearised", "solve={ridge: 1e-10}"));
    assertThat(last(optimum, "loss")).isLessThan(1e-8);
    assertThat(optimum.records().size()).isLessThan(15);
  }

  @Test
  void aSolveThatDoesNotConvergeStops() {
    assertThat(status("regime=linearised", "solve={iterations: 1}"))
        .startsWith(
            "stopped: the iteration has not converged: step 1, the last, still gained more");
    assertThat(status("regime=linearised", "solve={iterations: 1, tolerance: 0}"))
        .isEqualTo("completed");
  }

  /** ∂∂̄ of the real part of a holomorphic function is 0: a linear network of z is such a one. */
  @Test
  void aSolveThatCannotMoveStops() {
    assertThat(
            status(
                "regime=linearised",
                "solve={}",
                "network.activation=identity",
                "metric.features=raw"))
        .startsWith("stopped: the solve cannot move: nothing that the kernel makes");
  }

  private static String status(String... assignments) {
    return run(frozen(assignments)).outcome().status();
  }

  /** What is solved for starts from the network's metric, not from the background. */
  @Test
  void theSolvedNetworkStartsWhereTheNetworkDoes() {
    String training = "training={epochs: 1, batch: 400, learning_rate: 1e-9}";
    List<Map<String, Object>> network =
        KahlerRunTest.records(Varieties.quartic(training, "loss={power: 2}"));
    RunResult optimum =
        run(Varieties.quartic("training=null", "loss={power: 2}", "regime=linearised", "solve={}"));
    assertThat(number(optimum.records().get(0), "loss"))
        .isCloseTo(number(network.get(0), "loss"), within(1e-12));
    assertThat(number(optimum.records().get(0), "sigma"))
        .isCloseTo(number(network.get(0), "sigma"), within(1e-12));
  }

  /** A kernel of no reach learns nothing at a distance, and at the points themselves everything. */
  @Test
  void aDeltaKernelMemorises() {
    RunResult result =
        run(
            frozen(
                "regime=delta",
                "kernel={length: 1e-4}",
                "flow={time: 20, record: [20]}",
                "neighbours={distances: [1e-8, 0.1]}"));
    assertThat(last(result, "loss")).isLessThan(1e-3);
    List<?> curve = (List<?>) result.extras().get("locality");
    assertThat(gain(curve, 0)).isGreaterThan(100);
    assertThat(gain(curve, 1)).isCloseTo(1, within(1e-9));
  }

  private static double gain(List<?> curve, int k) {
    return (double) ((Map<?, ?>) curve.get(k)).get("gain");
  }

  @Test
  void aKinkHasNoInfiniteWidth() {
    CalabiYauSpec spec = frozen("regime=infinite", "network.activation=relu", "solve={}");
    assertThatThrownBy(() -> VarietyProblem.of(spec))
        .hasMessageStartingWith("network.activation: 'relu' has a kink");
  }

  @Test
  void tooManyPointsAreNotSolvedFor() {
    CalabiYauSpec spec = frozen("regime=gaussian", "solve={}", "sample={count: 8001}");
    assertThatThrownBy(() -> VarietyProblem.of(spec))
        .hasMessage(
            "sample: 'solve' factors a matrix with a row a training point, of at most 8000, but"
                + " there are 8001");
  }
}
