package org.metricflows.bridge.internal.kahler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Objective;
import org.metricflows.numeric.internal.training.SquaredObjective;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;

class KahlerObjectiveTest {

  private static KahlerPotential potential(CalabiYauSpec spec) {
    Compiler compiler = new Compiler();
    VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), compiler);
    return KahlerPotential.of(
        spec, KahlerPotential.smooth(spec.network().activation()), sample, compiler);
  }

  private static double[] moved(double[] start, Random random) {
    return moved(start, 0.2, random);
  }

  private static double[] moved(double[] start, double size, Random random) {
    double[] theta = start.clone();
    for (int i = 0; i < theta.length; i++) {
      theta[i] += size * random.nextGaussian();
    }
    return theta;
  }

  /** Along random directions by differences of order h⁴ with h = 1e-3, about 1e-9 relative. */
  @ParameterizedTest
  @CsvSource({
    "1,fixed,network,invariant",
    "2,fixed,network,raw",
    "1,exact,network,invariant",
    "2,exact,network,invariant",
    "2,exact,linearised,invariant"
  })
  void theGradientIsTheDerivativeOfTheLoss(
      int power, String normalisation, String regime, String features) {
    requireGradient(
        Varieties.quartic(
            "loss={power: " + power + ", normalisation: " + normalisation + "}",
            "metric={features: " + features + "}",
            "regime=" + regime),
        0.2);
  }

  /** In the same way, near the start, where the metric is positive and logarithms are real. */
  @ParameterizedTest
  @CsvSource({
    "log(q)^2, fixed, network",
    "log(q)^2, exact, network",
    "q*log(q), exact, network",
    "(q-1)^4, fixed, linearised",
    "trace_inverse + trace/2, fixed, network",
    "trace_inverse + trace/2, exact, network",
    "q*trace^2 + exp(-traceinverse)/Pi, exact, network"
  })
  void theGradientOfADensityOfOnesOwnIsItsDerivative(
      String density, String normalisation, String regime) {
    requireGradient(
        Varieties.quartic(
            "loss={density: \"" + density + "\", normalisation: " + normalisation + "}",
            "regime=" + regime),
        0.02);
  }

  private static void requireGradient(CalabiYauSpec spec, double size) {
    KahlerPotential potential = potential(spec);
    Objective objective = potential.objective();
    Random random = new Random(5);
    double[] theta = moved(potential.start(), size, random);
    Batch batch = new Batch(potential.training().points(), 3, 50);
    double[] gradient = new double[theta.length];
    double loss = objective.lossGradient(theta, batch, gradient);
    assertThat(objective.loss(theta, batch)).isEqualTo(loss);
    for (int trial = 0; trial < 3; trial++) {
      double[] direction = new double[theta.length];
      double expected = 0;
      for (int i = 0; i < theta.length; i++) {
        direction[i] = random.nextGaussian() / Math.sqrt(theta.length);
        expected += gradient[i] * direction[i];
      }
      double h = 1e-3;
      double near =
          at(objective, theta, direction, h, batch) - at(objective, theta, direction, -h, batch);
      double far =
          at(objective, theta, direction, 2 * h, batch)
              - at(objective, theta, direction, -2 * h, batch);
      double difference = (8 * near - far) / (12 * h);
      assertThat(expected).isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
    }
  }

  /** Residuals and their rows against the loss and its gradient, which are held to differences. */
  @ParameterizedTest
  @CsvSource({
    "'power: 2', network",
    "'power: 2', linearised",
    "'power: 2, normalisation: exact', network",
    "'density: (q-1)^2/2 + log(q)^4, normalisation: exact', network",
    "'density: log(q)^2', network",
    "'density: (q-1)^2 + (trace-2)^2/4 + (traceinverse-2)^4', network"
  })
  void residualsSquaredAddUpToTheLoss(String loss, String regime) {
    KahlerPotential potential =
        potential(Varieties.quartic("loss={" + loss + "}", "regime=" + regime));
    SquaredObjective squares = (SquaredObjective) potential.objective();
    double[] theta = moved(potential.start(), 0.02, new Random(4));
    Batch batch = new Batch(potential.training().points(), 3, 50);
    double[] gradient = new double[theta.length];
    double expected = squares.lossGradient(theta, batch, gradient);
    double[] residuals = new double[squares.perPoint() * batch.count()];
    double[] rows = new double[residuals.length * theta.length];
    squares.jacobian(theta, batch, residuals, rows);
    double sum = Arrays.stream(residuals).map(r -> r * r).sum();
    assertThat(sum).isCloseTo(expected, within(1e-13 * expected));
    double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
    for (int k = 0; k < theta.length; k++) {
      double slope = 0;
      for (int i = 0; i < residuals.length; i++) {
        slope += 2 * residuals[i] * rows[i * theta.length + k];
      }
      assertThat(slope).isCloseTo(gradient[k], within(1e-12 * largest));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"power: 1", "density: q*log(q)"})
  void whatIsNoSumOfSquaresIsNotTrainedAsOne(String loss) {
    CalabiYauSpec spec =
        Varieties.quartic(
            "loss={" + loss + "}", "training={method: natural-gradient, steps: 3, batch: 50}");
    assertThatThrownBy(() -> VarietyProblem.of(spec))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("training.method")
        .hasMessageContaining("needs a loss that is a sum of squares");
  }

  @Test
  void moreRowsThanMemoryAreRefusedWithWhatTheyNeed() {
    CalabiYauSpec spec =
        Varieties.quartic(
            "network.hidden_layers=[2000, 2000]",
            "sample.count=4000",
            "training={method: natural-gradient, steps: 3, batch: 4000}");
    assertThatThrownBy(() -> VarietyProblem.of(spec))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("training.batch")
        .hasMessageContaining("4000 residuals of 4038001 parameters need 129.3 GB");
  }

  /** The same polynomial, so that both differ by rounding alone. */
  @ParameterizedTest
  @ValueSource(strings = {"fixed", "exact"})
  void theSquaredDefectWrittenOutIsMongeAmperes(String normalisation) {
    String rest = ", normalisation: " + normalisation + "}";
    KahlerPotential named = potential(Varieties.quartic("loss={power: 2" + rest));
    KahlerPotential written = potential(Varieties.quartic("loss={density: \"(1-q)^2\"" + rest));
    double[] theta = moved(named.start(), new Random(8));
    double[] expected = new double[theta.length];
    double[] actual = new double[theta.length];
    Batch batch = named.training();
    double loss = named.objective().lossGradient(theta, batch, expected);
    assertThat(written.objective().lossGradient(theta, batch, actual))
        .isCloseTo(loss, within(1e-14 * loss));
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(actual).containsExactly(expected, within(1e-13 * largest));
  }

  /** By Jensen ⟨wq log q⟩ ≥ 0 where ⟨wq⟩ = ⟨w⟩, as exact normalisation makes it. */
  @Test
  void theEntropyIsPositiveAboutTheMeanOfThePoints() {
    KahlerPotential potential =
        potential(Varieties.quartic("loss={density: q*log(q), normalisation: exact}"));
    double[] theta = moved(potential.start(), 0.02, new Random(2));
    Batch few = new Batch(potential.training().points(), 0, 3);
    assertThat(potential.objective().loss(theta, few)).isPositive();
    Batch one = new Batch(potential.training().points(), 5, 1);
    assertThat(potential.objective().loss(theta, one)).isCloseTo(0, within(1e-15));
  }

  private static double at(
      Objective objective, double[] theta, double[] direction, double step, Batch batch) {
    double[] moved = theta.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += step * direction[i];
    }
    return objective.loss(moved, batch);
  }

  /** What exact normalisation is for: q/κ is the same for λg, so the loss of the mean is too. */
  @Test
  void exactNormalisationIsThatOfTheBatch() {
    KahlerPotential potential =
        potential(Varieties.quartic("loss={normalisation: exact, power: 1}"));
    double[] theta = moved(potential.start(), new Random(2));
    Batch batch = potential.training();
    PotentialMetric.Values values = potential.metric().at(theta, batch);
    double total = 0;
    double volume = 0;
    for (int p = 0; p < batch.count(); p++) {
      total += values.weight()[p];
      volume += values.weight()[p] * values.q()[p];
    }
    double sum = 0;
    for (int p = 0; p < batch.count(); p++) {
      sum += values.weight()[p] * Math.abs(1 - values.q()[p] * total / volume) / total;
    }
    assertThat(potential.objective().loss(theta, batch)).isCloseTo(sum, within(1e-13));
  }

  /** A centred potential starts at the Fubini–Study metric, any other elsewhere. */
  @Test
  void aCentredPotentialStartsAtTheFubiniStudyMetric() {
    CalabiYauSpec spec = Varieties.quartic();
    VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), new Compiler());
    KahlerPotential centred = potential(spec);
    KahlerPotential other = potential(Varieties.quartic("network.centred=false"));
    double[][] start = centred.metric().at(centred.start(), centred.training()).metric();
    double[][] drawn = other.metric().at(other.start(), other.training()).metric();
    for (int k = 0; k < 4; k++) {
      for (int p = 0; p < 400; p++) {
        assertThat(start[k][p]).isCloseTo(sample.fubiniStudy()[k][p], within(1e-14));
      }
    }
    assertThat(Math.abs(drawn[0][0] - start[0][0])).isGreaterThan(1e-4);
  }
}
