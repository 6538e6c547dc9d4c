package org.metricflows.bridge.internal.kahler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.variety.VarietySamples;
import org.metricflows.numeric.internal.batch.HermitianJetSpace;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.series.SeriesSpace;
import org.metricflows.numeric.internal.variety.Estimate;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.network.Activation;

class PotentialCurvatureTest {

  /** What a spec's metric is made of, at a few points. */
  private record Setup(
      CalabiYauSpec spec,
      VarietySample sample,
      KahlerPotential potential,
      PotentialCurvature curvature) {

    static Setup of(CalabiYauSpec spec) {
      Activation activation = KahlerPotential.smooth(spec.network().activation());
      Compiler compiler = new Compiler();
      VarietySample sample = VarietySamples.of(spec.variety(), spec.sample(), compiler);
      return new Setup(
          spec,
          sample,
          KahlerPotential.of(spec, activation, sample, compiler),
          PotentialCurvature.of(spec, activation, sample, compiler));
    }

    /** The start, moved at random. */
    double[] theta(double distance) {
      double[] theta = potential.start();
      Random random = new Random(3);
      Arrays.setAll(theta, i -> theta[i] + distance * random.nextGaussian());
      return theta;
    }
  }

  /** Taylor coefficients of bidegree up to (1, 1) are what the Hermitian jets of φ and g hold. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "regime=network",
        "regime=linearised",
        "metric.features=raw",
        "metric.features=symmetric",
        "network.centred=false",
        "variety={ambient: [2, 2], equations: ['z0^3*z3^3+z1^3*z4^3+z2^3*z5^3+z0^2*z1*z4^2*z5"
            + "+2*z0^3*z4^3+3*z1^3*z5^3+5*z2^3*z3^3-I*z0^3*z5^3+z1^3*z3^3+z2^3*z4^3']}"
      })
  void lowCoefficientsAreTheHermitianJets(String change) {
    Setup setup = Setup.of(Varieties.quartic("sample={count: 30, seed: 4}", change));
    double[] theta = setup.theta(0.1);
    Batch all = Batch.first(setup.sample().points());
    JetModel model = setup.potential().model();
    double[][] jets = new double[model.columns()][all.count()];
    model.outputJets(theta, all, jets);
    double[][] phi = new double[setup.curvature().background().length][all.count()];
    setup.curvature().network().outputs(theta, phi);
    double[][] g = setup.potential().metric().at(theta, all).metric();
    double[][] potential = setup.curvature().potential(theta);
    int m = setup.sample().dimension();
    SeriesSpace series = new SeriesSpace(m);
    HermitianJetSpace space = new HermitianJetSpace(m);
    for (int p = 0; p < all.count(); p++) {
      assertThat(phi[0][p]).isCloseTo(jets[0][p], within(1e-12));
      for (int a = 0; a < m; a++) {
        // f_{u_a} stands in the first column of the matrix, packed in the first row: conjugate
        int first = series.real(0, series.monomial(a));
        assertThat(phi[first][p]).isCloseTo(jets[space.real(a)][p], within(1e-12));
        assertThat(-phi[first + 1][p]).isCloseTo(jets[space.imaginary(a)][p], within(1e-12));
        for (int b = a; b < m; b++) {
          int second = series.real(series.monomial(a), series.monomial(b));
          int jet = space.real(a, b);
          for (int part = 0; part < (a == b ? 1 : 2); part++) {
            assertThat(phi[second + part][p]).isCloseTo(jets[jet + part][p], within(1e-12));
            assertThat(potential[second + part][p])
                .isCloseTo(g[jet + part - 1 - 2 * m][p], within(1e-12));
          }
        }
      }
    }
  }

  /**
   * With φ = 0 on the Fermat hypersurface of degree n + 1 in Pⁿ, det g_FS = |∂Q|²/(|z|²ⁿ |∂_jQ|²)
   * up to constants, |∂Q|² = Σ|∂_iQ|², so that
   *
   * <pre>
   *   R_ab̄ = n π (g_FS)_ab̄ − ∂_a∂_b̄ log |∂Q|².
   * </pre>
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void theFubiniStudyMetricOfAHypersurfaceHasTheCurvatureOfItsGradient(int n) {
    List<String> powers = new ArrayList<>();
    for (int i = 0; i <= n; i++) {
      powers.add("z" + i + "^" + (n + 1));
    }
    String variety =
        "variety={ambient: [" + n + "], equations: ['" + String.join("+", powers) + "']}";
    Setup setup = Setup.of(Varieties.quartic("sample={count: 30, seed: 4}", variety));
    double[][] ricci = setup.curvature().at(setup.potential().start());
    int m = n - 1;
    for (int p = 0; p < setup.sample().points(); p++) {
      int k = 0;
      double size = Math.abs(ricci[0][p]) + n;
      for (int a = 0; a < m; a++) {
        for (int b = a; b < m; b++) {
          double[] gradient = gradientTerm(setup.sample(), n, a, b, p);
          for (int part = 0; part < (a == b ? 1 : 2); part++, k++) {
            double expected = n * Math.PI * setup.sample().fubiniStudy()[k][p] - gradient[part];
            assertThat(ricci[k][p]).isCloseTo(expected, within(1e-11 * size));
          }
        }
      }
    }
  }

  /** ∂_a∂_b̄ log Σ|f_i|² with f_i = z_iⁿ, ∂_a f_i = n z_iⁿ⁻¹ J^i_a. */
  private static double[] gradientTerm(VarietySample sample, int n, int a, int b, int p) {
    double norm = 0;
    double[] left = new double[2];
    double[] right = new double[2];
    double[] both = new double[2];
    for (int i = 0; i <= n; i++) {
      double[] z = {sample.z()[2 * i][p], sample.z()[2 * i + 1][p]};
      double[] lower = {n, 0};
      for (int k = 1; k < n; k++) {
        lower = times(lower, z);
      }
      double[] f = times(times(lower, z), new double[] {1.0 / n, 0});
      double[] fa = times(lower, tangent(sample, a, i, n + 1, p));
      double[] fb = times(lower, tangent(sample, b, i, n + 1, p));
      norm += f[0] * f[0] + f[1] * f[1];
      add(times(fa, conjugate(f)), left);
      add(times(f, conjugate(fb)), right);
      add(times(fa, conjugate(fb)), both);
    }
    double[] product = times(left, right);
    return new double[] {
      both[0] / norm - product[0] / (norm * norm), both[1] / norm - product[1] / (norm * norm)
    };
  }

  private static double[] tangent(VarietySample sample, int a, int i, int coordinates, int p) {
    int at = 2 * (a * coordinates + i);
    return new double[] {sample.pullback()[at][p], sample.pullback()[at + 1][p]};
  }

  private static double[] times(double[] x, double[] y) {
    return new double[] {x[0] * y[0] - x[1] * y[1], x[0] * y[1] + x[1] * y[0]};
  }

  private static double[] conjugate(double[] x) {
    return new double[] {x[0], -x[1]};
  }

  private static void add(double[] x, double[] sum) {
    sum[0] += x[0];
    sum[1] += x[1];
  }

  /**
   * R does not depend on the coordinates that are eliminated: other combinations of the same two
   * equations lead to other ones at the same points.
   */
  @Test
  void theScalarIsTheSameWhateverIsEliminated() {
    String network = "network={hidden_layers: [8, 8], activation: tanh}";
    String q1 = "(z0^3+z1^3+z2^3+z3^3+z4^3+z5^3-z0*z1*z2)";
    String q2 = "(z0^3+2*z1^3-3*I*z2^3+4*z3^3-5*z4^3+6*z5^3+z3*z4*z5)";
    String plain = "['" + q1 + "', '" + q2 + "']";
    String mixed = "['" + q1 + "+2*" + q2 + "', '" + q2 + "-3*" + q1 + "']";
    Setup one =
        Setup.of(
            Varieties.quartic(
                "variety={ambient: [5], equations: " + plain + "}", network, "sample={count: 36}"));
    Setup other =
        Setup.of(
            Varieties.quartic(
                "variety={ambient: [5], equations: " + mixed + "}",
                network,
                "sample={points: " + points(one.sample()) + "}"));
    double[] theta = one.theta(0.3);
    double[] r = one.curvature().scalar(theta);
    double[] s = other.curvature().scalar(theta);
    int different = 0;
    for (int p = 0; p < r.length; p++) {
      different += eliminatedAlike(one.sample(), other.sample(), p) ? 0 : 1;
      assertThat(s[p]).isCloseTo(r[p], within(1e-9 * (1 + Math.abs(r[p]))));
    }
    assertThat(different).isGreaterThan(r.length / 4);
  }

  private static boolean eliminatedAlike(VarietySample one, VarietySample other, int p) {
    return Arrays.stream(one.eliminated())
        .mapToInt(e -> e[p])
        .boxed()
        .sorted()
        .toList()
        .equals(Arrays.stream(other.eliminated()).mapToInt(e -> e[p]).boxed().sorted().toList());
  }

  private static String points(VarietySample sample) {
    List<List<List<Double>>> points = new ArrayList<>();
    for (int p = 0; p < sample.points(); p++) {
      List<List<Double>> point = new ArrayList<>();
      for (int i = 0; i < sample.coordinates(); i++) {
        point.add(List.of(sample.z()[2 * i][p], sample.z()[2 * i + 1][p]));
      }
      points.add(point);
    }
    return points.toString();
  }

  /** ∫R det g is a number of c₁ = 0: what |R| adds up to cancels, for any potential. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05})
  void theRicciFormIntegratesToZero(double distance) {
    Setup setup = Setup.of(Varieties.quartic("sample={count: 8000, seed: 2}"));
    RicciMeasure measure =
        new RicciMeasure(
            setup.curvature(),
            setup.potential().metric(),
            Batch.first(setup.sample().points()),
            setup.sample());
    double[] density = measure.density(setup.theta(distance));
    Estimate integral = setup.sample().mean(density);
    Estimate absolute = setup.sample().mean(Arrays.stream(density).map(Math::abs).toArray());
    assertThat(integral.value()).isCloseTo(0, within(4 * integral.error()));
    assertThat(integral.error()).isLessThan(0.03 * absolute.value());
  }
}
