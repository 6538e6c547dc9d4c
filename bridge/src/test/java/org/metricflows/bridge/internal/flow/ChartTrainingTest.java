package org.metricflows.bridge.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.run.RunResult;
import org.metricflows.bridge.internal.spec.Purpose;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.numeric.internal.gradient.FiniteWidthFlow;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Objective;

/** Trainings of metrics on charts. */
class ChartTrainingTest {
  private static final String SPEC =
      """
      chart: {coordinates: [x, y]}
      metric: {background: [["1", "0"], ["0", "1"]]}
      network: {hidden_layers: [24, 24], activation: tanh, weight_std: 1.5, bias_std: 0.3,
        parametrization: ntk}
      sample: {grid: [5, 4], box: {x: [-1, 1], y: [-1, 1]}}
      loss: {name: mse, target: [["1 + x^2/2", "x*y/4"], ["x*y/4", "1 + sin(y)/3"]]}
      training: {method: lbfgs, epochs: 60}
      test_points: [[0.1, 0.2]]
      observe: [minimum_eigenvalue]
      """;

  private static SpecSource source(String... changes) {
    SpecSource source = SpecSource.ofText(SPEC, "spec.yaml");
    for (String change : changes) {
      source = source.with(change);
    }
    return source;
  }

  private static List<Map<String, Object>> records(String... changes) {
    RunResult result = Geometries.run(source(changes), Map.of()).inMemory();
    assertThat(result.outcome().status()).isEqualTo("completed");
    return result.records();
  }

  private static double loss(Map<String, Object> record) {
    return (double) record.get("loss");
  }

  /** The loss can be zero, for the target is a metric; 60 steps bring it down a thousandfold. */
  @Test
  void quasiNewtonLearnsTheMetric() {
    List<Map<String, Object>> records = records();
    assertThat(records.get(0)).containsEntry("epoch", 0L).containsKey("minimum_eigenvalue");
    assertThat(loss(records.get(records.size() - 1))).isLessThan(1e-3 * loss(records.get(0)));
  }

  @Test
  void adamOnBatchesLowersACurvatureLoss() {
    List<Map<String, Object>> records =
        records(
            "loss={name: einstein, lambda: 1}",
            "metric.background=[[\"1+x^2/5\", \"0\"], [\"0\", \"1\"]]",
            "training={epochs: 10, batch: 5, learning_rate: 3e-3}");
    assertThat(records).hasSize(11);
    assertThat(loss(records.get(10))).isLessThan(0.9 * loss(records.get(0)));
  }

  /** Batches estimate without bias: the mean over a partition is the whole, to rounding. */
  @Test
  void theMeanOverBatchesIsTheWhole() {
    FlowProblem problem = FlowProblem.of(source("loss={name: ricci}").read(Purpose.RUN));
    FiniteWidthFlow flow = (FiniteWidthFlow) problem.flow();
    Objective objective = flow.objective();
    double[] theta = flow.initialState();
    for (int i = 0; i < theta.length; i++) {
      theta[i] += 0.1 * Math.sin(i);
    }
    double[] whole = new double[theta.length];
    double loss = objective.lossGradient(theta, Batch.first(20), whole);
    assertThat(loss).isCloseTo(flow.loss(theta), within(1e-14 * Math.abs(loss)));
    int[] shuffled = {3, 17, 9, 0, 12, 5, 19, 8, 1, 14, 6, 11, 2, 16, 10, 4, 18, 7, 13, 15};
    double[] mean = new double[theta.length];
    double[] part = new double[theta.length];
    double meanLoss = 0;
    for (int b = 0; b < 4; b++) {
      meanLoss += objective.lossGradient(theta, new Batch(shuffled, 5 * b, 5), part) / 4;
      for (int i = 0; i < mean.length; i++) {
        mean[i] += part[i] / 4;
      }
    }
    assertThat(meanLoss).isCloseTo(loss, within(1e-13 * Math.abs(loss)));
    double scale = 0;
    for (double g : whole) {
      scale = Math.max(scale, Math.abs(g));
    }
    assertThat(mean).containsExactly(whole, within(1e-13 * scale));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flow={time: 1} | training: has no meaning beside 'flow': give one of them",
        "network={width: infinite, hidden_layers: 1, activation: erf} | network.width: a training",
        "training={epochs: 2, early_stopping: {patience: 1}} | training.early_stopping: needs points",
        "training=null | flow: is missing; 'run' needs it",
        "regime=gaussian | training: is of parameters, and the regime 'gaussian' has none",
        "solve={} | solve: is for frozen kernels; set regime: linearised, or infinite",
        "kernel={length: 2} | kernel: is for the regimes gaussian and delta"
      })
  void whatCannotBeIsRefused(String change, String sentence) {
    assertThatThrownBy(() -> Geometries.run(source(change), Map.of()))
        .hasMessageContaining(sentence);
  }
}
