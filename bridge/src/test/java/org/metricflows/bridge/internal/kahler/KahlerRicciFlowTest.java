package org.metricflows.bridge.internal.kahler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.evaluate.Spectra;
import org.metricflows.bridge.internal.evaluate.Spectrum;
import org.metricflows.bridge.internal.evaluate.Spectrum.Level;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.run.RunResult;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;

/** Potentials that follow Kähler–Ricci flow, the optimal ones, and their Laplacians. */
class KahlerRicciFlowTest {
  /** λ₁ = 2π²/(3√3) of the flat hexagonal torus of area 3, which the Fermat cubic is. */
  private static final double LEAST = 2 * Math.PI * Math.PI / (3 * Math.sqrt(3));

  private static final String CUBIC =
      """
      variety: {ambient: [2], equations: ["z0^3+z1^3+z2^3"]}
      metric: {ansatz: algebraic, degree: 4, noise: 0.3}
      sample: {count: 800, held_out: 200}
      flow: {equation: kahler-ricci, time: 1.5, record: {every: 0.25}, relative_tolerance: 1e-7}
      """;

  private static final String NETWORK =
      """
      variety: {ambient: [2], equations: ["z0^3+z1^3+z2^3"]}
      network: {hidden_layers: [4], activation: tanh}
      sample: {count: 300, held_out: 100}
      flow: {equation: kahler-ricci, time: 0.02, damping: 1e-6}
      """;

  private static SpecSource source(String text) {
    return SpecSource.ofText(text, "spec.yaml");
  }

  /** The last state of a run, and its records. */
  private record Ended(double[] state, List<Map<String, Object>> records) {
    double last(String key) {
      return number(records.get(records.size() - 1).get(key));
    }
  }

  private static Ended run(String text) {
    List<double[]> states = new ArrayList<>();
    RunResult result =
        Geometries.run(source(text), Map.of())
            .reportingTo(
                new FlowListener() {
                  @Override
                  public void recorded(FlowRecord record) {
                    states.add(record.state());
                  }
                })
            .inMemory();
    return new Ended(states.get(states.size() - 1), result.records());
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /**
   * Near the flat metric log q is a sum of eigenfunctions, of which the slowest remain: at degree 4
   * they are sums of the potential's tangents up to some 1e-4. The Laplacian's eigenvalues are
   * λ₁(a² + ab + b²), with as many lattice vectors to each.
   */
  @Test
  void cubicRelaxesAtTheLaplaciansRate() {
    Ended flow = run(CUBIC);
    Relaxation relaxation = Relaxation.of(flow.records()).orElseThrow();
    assertThat(relaxation.rate()).isCloseTo(LEAST, within(1e-3 * LEAST));
    assertThat(number(flow.records().get(0).get("sigma"))).isGreaterThan(0.05);
    assertThat(flow.last("sigma")).isLessThan(2e-4);

    AlgebraicSpec spec = (AlgebraicSpec) Geometries.read(source(CUBIC));
    Spectrum spectrum =
        VarietyEvaluation.spectra(spec)
            .of(
                flow.state(),
                new Spectra.Options(Optional.of(34), Optional.of(5), Optional.of(4000), 5, false));
    assertThat(spectrum.levels()).extracting(Level::multiplicity).startsWith(1, 6, 6, 6, 12);
    double[] expected = {0, LEAST, 3 * LEAST, 4 * LEAST, 7 * LEAST};
    for (int i = 0; i < expected.length; i++) {
      Level level = spectrum.levels().get(i);
      // σ of the metric is 1e-4, and degree 5 leaves as much of the last level
      assertThat(level.value()).isCloseTo(expected[i], within(5e-4 * LEAST * (1 + 2 * i)));
      assertThat(level.error()).isLessThan(1e-2);
    }
  }

  /**
   * Functions that all symmetries keep are those of lattice vectors nine times as long, squared.
   */
  @Test
  void invariantFunctionsOfTheCubicBeginAtNineTimesTheLeast() {
    Ended flow = run(CUBIC);
    AlgebraicSpec spec = (AlgebraicSpec) Geometries.read(source(CUBIC));
    Spectrum spectrum =
        VarietyEvaluation.spectra(spec)
            .of(
                flow.state(),
                new Spectra.Options(Optional.of(3), Optional.of(9), Optional.empty(), 5, true));
    assertThat(spectrum.levels()).extracting(Level::multiplicity).startsWith(1, 1);
    assertThat(spectrum.levels().get(1).value()).isCloseTo(9 * LEAST, within(2e-2));
  }

  /** θ̇ is the least-squares solution by singular values, J by differences. */
  @ParameterizedTest
  @ValueSource(strings = {"tanh", "gelu"})
  void networkFollowsByLeastSquares(String activation) throws FlowStopException {
    CalabiYauSpec spec =
        (CalabiYauSpec) Geometries.read(source(NETWORK.replace("tanh", activation)));
    Compiler compiler = new Compiler();
    VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), compiler);
    KahlerPotential potential =
        KahlerPotential.of(spec, spec.network().activation(), sample, compiler);
    Batch batch = potential.training();
    double[] weight = Arrays.copyOf(sample.weight(), batch.count());
    PotentialProjection projection =
        new PotentialProjection(potential.metric().model(), batch, weight, 1e-14);
    double[] theta = potential.start();
    double[] velocity = potential.metric().at(theta, batch).q();
    Arrays.setAll(velocity, p -> Math.log(velocity[p]));
    double[] thetaDot = new double[theta.length];
    projection.at(theta);
    projection.project(velocity, thetaDot);

    RealMatrix rows = MatrixUtils.createRealMatrix(batch.count(), theta.length + 1);
    double[] wanted = new double[batch.count()];
    for (int k = 0; k < theta.length; k++) {
      double[] up = values(potential, moved(theta, k, 1e-4), batch);
      double[] down = values(potential, moved(theta, k, -1e-4), batch);
      for (int p = 0; p < batch.count(); p++) {
        rows.setEntry(p, k, Math.sqrt(weight[p]) * (up[p] - down[p]) / 2e-4);
      }
    }
    for (int p = 0; p < batch.count(); p++) {
      rows.setEntry(p, theta.length, Math.sqrt(weight[p])); // constants are free
      wanted[p] = Math.sqrt(weight[p]) * velocity[p];
    }
    RealVector right = MatrixUtils.createRealVector(wanted);
    RealVector free = new SingularValueDecomposition(rows).getSolver().solve(right);
    double lost = rows.operate(free).subtract(right).getNorm();
    double mean = weightedMean(velocity, weight);
    double all = 0;
    for (int p = 0; p < weight.length; p++) {
      all += weight[p] * (velocity[p] - mean) * (velocity[p] - mean);
    }
    // the bias of the last layer is a constant: θ̇ is not unique, what it makes of φ is
    assertThat(projection.defect(velocity, thetaDot))
        .isCloseTo(lost / Math.sqrt(all), within(1e-6));
  }

  private static double weightedMean(double[] values, double[] weight) {
    double sum = 0;
    double total = 0;
    for (int p = 0; p < values.length; p++) {
      sum += weight[p] * values[p];
      total += weight[p];
    }
    return sum / total;
  }

  private static double[] moved(double[] theta, int k, double by) {
    double[] moved = theta.clone();
    moved[k] += by;
    return moved;
  }

  private static double[] values(KahlerPotential potential, double[] theta, Batch batch) {
    double[][] jets = new double[potential.metric().model().columns()][batch.count()];
    potential.metric().model().outputJets(theta, batch, jets);
    return jets[0];
  }

  /** The volume stays, the loss falls, and the flow says how much it could not follow. */
  @Test
  void networkFlows() {
    Ended flow = run(NETWORK);
    double first = number(flow.records().get(0).get("loss"));
    assertThat(flow.last("loss")).isLessThan(first);
    assertThat(flow.last("projection_defect")).isBetween(0.0, 1.0);
    assertThat(flow.last("relaxation_rate")).isPositive();
  }

  /**
   * Steepest descent in the product of potentials: a loss falls that the plain gradient lowers,
   * too.
   */
  @Test
  void naturalDescentLowersItsLoss() {
    Ended flow = run(NETWORK.replace("equation: kahler-ricci", "descent: natural"));
    assertThat(flow.last("loss")).isLessThan(0.9 * number(flow.records().get(0).get("loss")));
  }

  /** ⟨w(1 − q/κ)²⟩ at degree 4: the balanced metric of the same points is at σ = 0.13. */
  @Test
  void optimalMetricsImproveExponentially() {
    assertThat(optimum(2)).isBetween(0.04, 0.06);
    assertThat(optimum(4)).isLessThan(0.0075);
  }

  private static double optimum(int degree) {
    return run("""
            variety: {ambient: [4], equations: ["z0^5+z1^5+z2^5+z3^5+z4^5"]}
            metric: {ansatz: algebraic, degree: %d, symmetric: true}
            sample: {count: 3000, held_out: 1000}
            training: {method: optimal}
            """
            .formatted(degree))
        .last("sigma");
  }

  /** The same optimum, whether symmetric forms are asked for or found. */
  @Test
  void symmetryIsThatOfTheOptimum() {
    String text =
        """
        variety: {ambient: [2], equations: ["z0^3+z1^3+z2^3"]}
        metric: {ansatz: algebraic, degree: 2, noise: 0.2}
        sample: {count: 20000, held_out: 1000}
        training: {method: optimal, tolerance: 1e-8}
        """;
    double free = run(text).last("sigma");
    double symmetric = run(text.replace("noise: 0.2", "symmetric: true")).last("sigma");
    // the points' own asymmetry is what free forms may use
    assertThat(free).isCloseTo(symmetric, within(0.02 * symmetric));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metric.noise=1|metric.noise",
        "metric.seed=1|metric.seed",
        "metric.symmetric=maybe|metric.symmetric",
        "training={method: optimal}|flow",
        "flow=null|training",
        "flow.equation=gradient|flow",
        "flow.equation=ricci|flow.equation",
        "flow.descent=euclidean|flow.descent",
        "flow.damping=0|flow.damping",
        "sample.count=40|sample",
        "network={width: 4}|network",
      })
  void badInputIsRefused(String change, String field) {
    SpecSource source = source(CUBIC.replace(", noise: 0.3", "")).with(change);
    assertThatThrownBy(() -> Geometries.run(source, Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "loss={power: 1}|loss",
        "sample.count=20|sample",
        "regime=gaussian|regime",
        "metric={symmetric: true}|metric.symmetric",
        "flow.damping=-1|flow.damping",
      })
  void badInputOfNetworksIsRefused(String change, String field) {
    SpecSource source = source(NETWORK).with(change);
    assertThatThrownBy(() -> Geometries.run(source, Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(field);
  }

  /** The rate is read where neighbours agree, not at the ends. */
  @Test
  void relaxationIsReadWhereRecordsAgree() {
    List<Map<String, Object>> records = new ArrayList<>();
    double[] rates = {30, 5, 3.81, 3.80, 3.80, 3.79, 1};
    for (int i = 0; i < rates.length; i++) {
      records.add(Map.of("t", 0.5 * i, "relaxation_rate", rates[i]));
    }
    Relaxation relaxation = Relaxation.of(records).orElseThrow();
    assertThat(relaxation.rate()).isEqualTo(3.80);
    assertThat(relaxation.error()).isCloseTo(0.01, within(1e-12));
    assertThat(Relaxation.of(records.subList(0, 2))).isEmpty();
  }
}
