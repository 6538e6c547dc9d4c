package org.metricflows.bridge.internal.kahler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.geometry.Geometries;
import org.metricflows.bridge.internal.run.Run;
import org.metricflows.bridge.internal.spec.AlgebraicSpec;
import org.metricflows.bridge.internal.spec.SpecSource;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.numeric.internal.algebraic.AlgebraicMetric;
import org.metricflows.numeric.internal.algebraic.BalancingMap;
import org.metricflows.numeric.internal.algebraic.DonaldsonIteration;
import org.metricflows.numeric.internal.algebraic.Sections;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;

class AlgebraicRunTest {
  private static final String CUBIC = "{ambient: [2], equations: ['z0^3+z1^3+z2^3']}";
  private static final String ROTATED =
      "{ambient: [2], equations: ['(3*z0/5+4*z1/5)^3+(-4*z0/5+3*z1/5)^3+z2^3']}";
  private static final String QUINTIC =
      "{ambient: [4], equations: ['z0^5+z1^5+z2^5+z3^5+z4^5-z0*z1*z2*z3*z4']}";
  private static final String BICUBIC =
      "{ambient: [2, 2], equations: ['z0^3*z3^3+z1^3*z4^3+z2^3*z5^3+z0^2*z1*z4^2*z5"
          + "+2*z0^3*z4^3+3*z1^3*z5^3+5*z2^3*z3^3-I*z0^3*z5^3+z1^3*z3^3+z2^3*z4^3']}";
  private static final String CUBICS =
      "{ambient: [5], equations: ['z0^3+z1^3+z2^3+z3^3+z4^3+z5^3-z0*z1*z2',"
          + " 'z0^3+2*z1^3-3*I*z2^3+4*z3^3-5*z4^3+6*z5^3+z3*z4*z5']}";

  private static String variety(String name) {
    return switch (name) {
      case "CUBIC" -> CUBIC;
      case "ROTATED" -> ROTATED;
      case "QUINTIC" -> QUINTIC;
      case "BICUBIC" -> BICUBIC;
      default -> CUBICS;
    };
  }

  private static AlgebraicSpec spec(String variety, String degree, String sample, String more) {
    String text =
        """
        variety: %s
        metric: {ansatz: algebraic, degree: %s}
        sample: %s
        training: {method: donaldson%s}
        """
            .formatted(variety(variety), degree, sample, more);
    return (AlgebraicSpec) Geometries.read(SpecSource.ofText(text, "spec.yaml"));
  }

  private static VarietySample sample(AlgebraicSpec spec) {
    return VarietySamples.of(spec.variety(), spec.sample(), new Compiler());
  }

  private static Sections sections(AlgebraicSpec spec, VarietySample sample) {
    return Sections.all(spec.variety().ambient(), spec.degrees()).independentOn(sample);
  }

  private static List<Map<String, Object>> records(AlgebraicSpec spec) {
    return Run.of(VarietyProblem.of(spec), spec, Map.of()).inMemory().records();
  }

  private static double number(Map<String, Object> record, String key) {
    return ((Number) record.get(key)).doubleValue();
  }

  /**
   * Hilbert's function: 5k(k² + 5)/6 on the quintic, 3k on the cubic, 3k³ + 6k on two cubics in P⁵,
   * and the monomials less multiples of the equation on the bicubic; fewer relations at small k.
   */
  @ParameterizedTest
  @CsvSource({
    "QUINTIC, 1, 5",
    "QUINTIC, 2, 15",
    "QUINTIC, 3, 35",
    "QUINTIC, 4, 70",
    "QUINTIC, 5, 125",
    "QUINTIC, 6, 205",
    "CUBIC, 2, 6",
    "CUBIC, 7, 21",
    "CUBICS, 2, 21",
    "CUBICS, 3, 54",
    "CUBICS, 4, 114",
    "BICUBIC, 2, 36",
    "BICUBIC, 3, 99",
    "BICUBIC, '[4, 3]', 147"
  })
  void thereAreAsManySectionsAsHilbertCounts(String variety, String degree, int count) {
    AlgebraicSpec spec = spec(variety, degree, "{count: 600, seed: 3}", "");
    VarietySample sample = sample(spec);
    assertThat(sections(spec, sample).count()).isEqualTo(count);
  }

  /** H = 1 makes s†s = |z|²ᵏ where no monomial is left out: the Fubini–Study metric itself. */
  @ParameterizedTest
  @CsvSource({"QUINTIC, 1", "QUINTIC, 3", "BICUBIC, 2", "CUBICS, 2"})
  void theIdentityIsTheFubiniStudyMetric(String variety, String degree) {
    AlgebraicSpec spec = spec(variety, degree, "{count: 300}", "");
    VarietySample sample = sample(spec);
    Sections sections = sections(spec, sample);
    double[][] g =
        new AlgebraicMetric(sections, sample, Parallel.common()).at(identity(sections.count()));
    for (int k = 0; k < g.length; k++) {
      assertThat(g[k]).containsExactly(sample.fubiniStudy()[k], within(1e-12));
    }
  }

  private static double[] identity(int n) {
    double[] packed = new double[n * n];
    int at = 0;
    for (int i = 0; i < n; i++) {
      packed[at] = 1;
      at += 2 * (n - i) - 1;
    }
    return packed;
  }

  /**
   * The balanced metric does not depend on the basis of sections: in rotated coordinates they are
   * others, and so are those left out, but det g/|Ω|² at the same points is what it was.
   */
  @Test
  void theFixedPointIsTheSameInAnotherBasis() {
    AlgebraicSpec spec = spec("CUBIC", "4", "{count: 600}", "");
    VarietySample sample = sample(spec);
    AlgebraicSpec rotated = spec("ROTATED", "4", "{points: " + rotated(sample) + "}", "");
    assertThat(ratios(rotated, sample(rotated)))
        .containsExactly(ratios(spec, sample), within(1e-9));
  }

  /** The coordinates that the equation ROTATED turns into those of CUBIC. */
  private static List<List<List<Double>>> rotated(VarietySample sample) {
    List<List<List<Double>>> points = new ArrayList<>();
    double[][] z = sample.z();
    for (int p = 0; p < sample.points(); p++) {
      points.add(
          List.of(
              List.of(0.6 * z[0][p] - 0.8 * z[2][p], 0.6 * z[1][p] - 0.8 * z[3][p]),
              List.of(0.8 * z[0][p] + 0.6 * z[2][p], 0.8 * z[1][p] + 0.6 * z[3][p]),
              List.of(z[4][p], z[5][p])));
    }
    return points;
  }

  private static double[] ratios(AlgebraicSpec spec, VarietySample sample) {
    double[] ratios = balanced(sections(spec, sample), sample)[0];
    for (int p = 0; p < ratios.length; p++) {
      ratios[p] /= sample.omegaSquared()[p];
    }
    return ratios;
  }

  private static double[][] balanced(Sections sections, VarietySample sample) {
    BalancingMap map = new BalancingMap(sections, sample, Parallel.common());
    double[] state =
        new DonaldsonIteration(map, 500, 1e-12, 500).run(new FlowListener() {}).state();
    assertThat(state[state.length - 1]).isLessThan(1e-11);
    return new AlgebraicMetric(sections, sample, Parallel.common()).at(state);
  }

  /**
   * On a curve the balanced metric is flat up to what falls faster than any power of k. What is
   * left of σ is the noise of P random points, √(N/P) up to a factor: a quarter of it for sixteen
   * times as many.
   */
  @ParameterizedTest
  @CsvSource({"3", "4"})
  void anEllipticCurveIsFlatUpToTheNoiseOfThePoints(int k) {
    double[] sigma = new double[2];
    for (int i = 0; i < 2; i++) {
      int points = 10_000 << (4 * i);
      List<Map<String, Object>> records =
          records(
              spec(
                  "CUBIC",
                  String.valueOf(k),
                  "{count: " + points + ", held_out: 1000}",
                  ", iterations: 60, record: 60"));
      Map<String, Object> last = records.get(records.size() - 1);
      sigma[i] = number(last, "sigma");
      assertThat(sigma[i] / Math.sqrt(3.0 * k / points)).isBetween(0.4, 1.6);
      assertThat(number(last, "positive_fraction")).isEqualTo(1);
      assertThat(number(last, "kahler_volume")).isCloseTo(3, within(0.03));
    }
    assertThat(sigma[0] / sigma[1]).isBetween(2.5, 6.5);
  }

  /** The quintic's σ falls with k, and each iteration comes closer to balanced. */
  @Test
  void theQuinticImprovesWithTheDegree() {
    String sample = "{count: 10000, held_out: 3000}";
    double before = 0.37;
    for (int k = 1; k <= 3; k++) {
      List<Map<String, Object>> records =
          records(spec("QUINTIC", String.valueOf(k), sample, ", iterations: 8, tolerance: 1e-3"));
      Map<String, Object> last = records.get(records.size() - 1);
      assertThat(number(last, "sigma")).isLessThan(before + 0.01);
      assertThat(number(last, "positive_fraction")).isEqualTo(1);
      for (int i = 1; i < records.size(); i++) {
        assertThat(number(records.get(i), "balance_defect"))
            .isLessThan(number(records.get(i - 1), "balance_defect"));
      }
      before = number(last, "sigma");
    }
    assertThat(before).isLessThan(0.25);
  }

  @Test
  void tooFewPointsAreRefused() {
    AlgebraicSpec spec = spec("QUINTIC", "3", "{count: 30}", "");
    assertThatThrownBy(() -> VarietyProblem.of(spec))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("sample: 30 points for training where there are 35 monomials");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'[2, 2]'; metric.degree: must be a degree, or a list of 1, one a factor",
        "0; metric.degree: ",
      })
  void degreesAreChecked(String degree, String complaint) {
    assertThatThrownBy(() -> spec("CUBIC", degree, "{count: 30}", ""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(complaint);
  }

  /** A misspelt ansatz is what is said, not that a degree stands beside it. */
  @ParameterizedTest
  @CsvSource({"algebriac, did you mean 'algebraic'", "kahler-potential, metric.degree: is for the"})
  void theAnsatzIsReadFirst(String ansatz, String complaint) {
    SpecSource source =
        SpecSource.ofText(
            "variety: "
                + CUBIC
                + "\nmetric: {ansatz: "
                + ansatz
                + ", degree: 2}\nnetwork: {hidden_layers: [4]}\n"
                + "sample: {count: 10}\ntraining: {epochs: 1}\n",
            "spec.yaml");
    assertThatThrownBy(() -> Geometries.read(source)).hasMessageContaining(complaint);
  }

  @Test
  void aNetworkHasNoMeaningHere() {
    SpecSource source =
        SpecSource.ofText(
            "variety: "
                + CUBIC
                + "\nmetric: {ansatz: algebraic, degree: 2}\nnetwork: {hidden_layers: [4]}\n"
                + "sample: {count: 10}\ntraining: {method: donaldson}\n",
            "spec.yaml");
    assertThatThrownBy(() -> Geometries.read(source))
        .hasMessageContaining("has no meaning beside the ansatz 'algebraic'");
  }
}
