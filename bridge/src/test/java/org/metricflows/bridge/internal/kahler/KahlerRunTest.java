package org.metricflows.bridge.internal.kahler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.numeric.internal.variety.VarietySample;

class KahlerRunTest {

  static List<Map<String, Object>> records(CalabiYauSpec spec) {
    return Run.of(VarietyProblem.of(spec), spec, Map.of()).inMemory().records();
  }

  private static double number(Map<String, Object> record, String key) {
    return ((Number) record.get(key)).doubleValue();
  }

  /**
   * On a curve the metric that is sought is known, g = κ|Ω|²: σ is its mean relative distance from
   * it. The Fubini–Study metric is a tenth away, a trained one less than half a thousandth.
   */
  @Test
  void anEllipticCurveBecomesFlat() {
    CalabiYauSpec spec =
        Varieties.cubic(
            "training={epochs: 200, batch: 50, learning_rate: 5e-3, schedule: cosine, record: 200}");
    List<Map<String, Object>> records = records(spec);
    assertThat(number(records.get(0), "sigma")).isBetween(0.09, 0.11);
    assertThat(number(records.get(1), "sigma")).isLessThan(5e-4);
    assertThat(number(records.get(1), "kahler_volume")).isCloseTo(3, within(0.02));
    assertThat(number(records.get(1), "positive_fraction")).isEqualTo(1);
    assertThat(number(records.get(1), "ricci_measure"))
        .isLessThan(0.05 * number(records.get(0), "ricci_measure"));
  }

  /** The same by the natural gradient: forty steps where Adam takes twelve thousand. */
  @Test
  void anEllipticCurveBecomesFlatInAFewSteps() {
    CalabiYauSpec spec =
        Varieties.cubic(
            "training={method: natural-gradient, steps: 40, batch: 1000, learning_rate: 1,"
                + " record: 40}");
    List<Map<String, Object>> records = records(spec);
    assertThat(records).extracting(r -> r.get("step")).containsExactly(0L, 40L);
    assertThat(number(records.get(1), "sigma")).isLessThan(5e-4);
    assertThat(number(records.get(1), "positive_fraction")).isEqualTo(1);
  }

  @Test
  void theCurvatureIsLeftOutWhereNoPointsAreAskedFor() {
    assertThat(records(Varieties.quartic("metric.ricci_points=0")).get(0))
        .doesNotContainKey("ricci_measure");
  }

  @Test
  void recordsCarryWhatIsPromised() {
    Map<String, Object> last = records(Varieties.quartic()).get(4);
    assertThat(last.keySet())
        .containsExactly(
            "epoch",
            "loss",
            "sigma",
            "sigma_error",
            "kahler_volume",
            "minimum_relative_eigenvalue",
            "minimum_eigenvalue",
            "positive_fraction",
            "ricci_measure",
            "ricci_measure_error",
            "cpu_seconds");
    assertThat(last.get("epoch")).isEqualTo(4L);
    assertThat(number(last, "sigma"))
        .isLessThan(number(records(Varieties.quartic()).get(0), "sigma"));
  }

  /** At the start nothing has moved; the spectrum is of m² numbers at each of the points. */
  @Test
  void recordsShowTheTangentKernel() {
    List<Map<String, Object>> records =
        records(
            Varieties.quartic(
                "observe=[ntk_spectrum, ntk_drift, alignment, effective_rank]",
                "kernel_points=10"));
    Map<String, Object> start = records.get(0);
    assertThat(number(start, "ntk_drift")).isZero();
    assertThat(number(records.get(4), "ntk_drift")).isPositive();
    for (Map<String, Object> entries : records) {
      double[] spectrum = (double[]) entries.get("ntk_spectrum");
      assertThat(spectrum).hasSize(4 * 10);
      assertThat(spectrum[0]).isPositive();
      assertThat(spectrum[39]).isBetween(-1e-12 * spectrum[0], spectrum[0]);
      assertThat(number(entries, "effective_rank")).isBetween(1.0, 40.0);
      assertThat(number(entries, "alignment")).isBetween(0.0, 1.0);
    }
  }

  /** The kernel of a network linearised in its parameters stands still. */
  @Test
  void aLinearisedNetworkKeepsItsKernel() {
    List<Map<String, Object>> records =
        records(Varieties.quartic("regime=linearised", "observe=[ntk_drift]", "kernel_points=10"));
    assertThat(number(records.get(4), "ntk_drift")).isZero();
  }

  /** Along the exact flow the loss falls, and t is what runs. */
  @Test
  void theGradientFlowLowersTheLoss() {
    CalabiYauSpec spec =
        Varieties.quartic(
            "training=null",
            "loss={power: 2}",
            "flow={time: 0.2, record: [0, 0.1, 0.2], relative_tolerance: 1e-6}");
    List<Map<String, Object>> records = records(spec);
    assertThat(records).extracting(r -> r.get("t")).containsExactly(0.0, 0.1, 0.2);
    assertThat(number(records.get(1), "loss")).isLessThan(number(records.get(0), "loss"));
    assertThat(number(records.get(2), "loss")).isLessThan(number(records.get(1), "loss"));
  }

  /** To first order in the step a network and its linearisation move alike. */
  @Test
  void theLinearisedNetworkStartsLikeTheNetwork() {
    String training = "training={epochs: 1, batch: 400, learning_rate: 1e-6}";
    double network = number(records(Varieties.quartic(training)).get(1), "sigma");
    double linear =
        number(records(Varieties.quartic(training, "regime=linearised")).get(1), "sigma");
    double start = number(records(Varieties.quartic(training)).get(0), "sigma");
    assertThat(network).isNotEqualTo(start);
    assertThat((linear - start) / (network - start)).isCloseTo(1, within(1e-3));
  }

  @Test
  void withoutHeldOutPointsThoseTrainedOnAreLookedAt() {
    List<Map<String, Object>> records = records(Varieties.quartic("sample={count: 400}"));
    assertThat(number(records.get(4), "sigma")).isPositive();
  }

  /** Raw features jump between patches, also where they are centred and before any training. */
  @Test
  void rawFeaturesShowTheirTransitionDefect() {
    List<Map<String, Object>> raw = records(Varieties.quartic("metric.features=raw"));
    assertThat(number(raw.get(0), "transition_defect")).isZero();
    assertThat(number(raw.get(4), "transition_defect")).isGreaterThan(1e-4);
    List<Map<String, Object>> drawn =
        records(Varieties.quartic("metric.features=raw", "network.centred=false"));
    assertThat(number(drawn.get(0), "transition_defect")).isGreaterThan(1e-4);
    assertThat(records(Varieties.quartic()).get(0)).doesNotContainKey("transition_defect");
  }

  /** z_i z̄_j/|z|² are the same in both patches, and another coordinate is 1. */
  @Test
  void neighbouringPatchesHoldTheSamePoints() {
    CalabiYauSpec spec = Varieties.quartic();
    VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), new Compiler());
    double[][] there = TransitionDefect.neighbouring(sample);
    for (int p = 0; p < sample.points(); p++) {
      int patch = sample.patch()[0][p];
      assertThat(Math.hypot(there[2 * patch][p], there[2 * patch + 1][p])).isGreaterThan(1);
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          assertThat(invariant(there, i, j, p))
              .isCloseTo(invariant(sample.z(), i, j, p), within(1e-14));
        }
      }
    }
  }

  /** Re z_i z̄_j/|z|². */
  private static double invariant(double[][] z, int i, int j, int p) {
    double norm = 0;
    for (double[] column : z) {
      norm += column[p] * column[p];
    }
    return (z[2 * i][p] * z[2 * j][p] + z[2 * i + 1][p] * z[2 * j + 1][p]) / norm;
  }

  @Test
  void aKinkIsRefused() {
    CalabiYauSpec spec = Varieties.quartic("network.activation=relu");
    assertThatThrownBy(() -> VarietyProblem.of(spec))
        .hasMessage(
            "network.activation: 'relu' has a kink, but the metric takes second derivatives of the"
                + " network; choose a smooth one such as gelu");
  }
}
