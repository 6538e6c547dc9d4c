package org.metricflows.bridge.internal.kahler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.PotentialLossSpec;
import org.metricflows.bridge.internal.variety.CompiledVariety;
import org.metricflows.numeric.internal.algebraic.AlgebraicMetric;
import org.metricflows.numeric.internal.algebraic.AlgebraicPotential;
import org.metricflows.numeric.internal.algebraic.HermitianBasis;
import org.metricflows.numeric.internal.algebraic.Sections;
import org.metricflows.numeric.internal.algebraic.Symmetry;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.network.JetResiduals;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.training.SquaredObjective;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.internal.kahler.MongeAmpereLoss;
import org.metricflows.symbolic.internal.variety.CoordinateSymmetry;
import org.metricflows.symbolic.internal.variety.Variety;

class AlgebraicPotentialTest {
  private static final Variety QUARTIC =
      Variety.of(List.of(3), List.of("z0^4+z1^4+z2^4+z3^4"), Map.of());

  private static VarietySample sample(Variety variety, int count) {
    return CompiledVariety.of(variety, new Compiler()).sampler().draw(count, 0, 3);
  }

  private static Symmetry symmetry(Variety variety) {
    return AlgebraicForms.symmetry(CoordinateSymmetry.of(variety));
  }

  private static double[] near(double[] identity, double size) {
    SplittableRandom random = new SplittableRandom(5);
    return Arrays.stream(identity).map(x -> x + size * (2 * random.nextDouble() - 1)).toArray();
  }

  /** Two ways to one metric: images of sections under H, and entries of basis matrices. */
  @Test
  void metricIsThatOfTheForm() {
    VarietySample sample = sample(QUARTIC, 70);
    Sections sections = Sections.all(List.of(3), List.of(2)).independentOn(sample);
    HermitianBasis basis = HermitianBasis.all(sections.count());
    AlgebraicPotential potential =
        new AlgebraicPotential(sections, basis, sample, Parallel.common());
    double[] theta = near(basis.identity(), 0.1);
    double[][] jets = new double[potential.columns()][70];
    potential.outputJets(theta, Batch.first(70), jets);
    double[] packed = new double[basis.size()];
    basis.form(theta).pack(packed);
    double[][] expected = new AlgebraicMetric(sections, sample, Parallel.common()).at(packed);
    assertThat(packed).isEqualTo(theta); // all forms are numbered as they are packed
    for (int k = 0; k < expected.length; k++) {
      for (int p = 0; p < 70; p++) {
        assertThat(jets[1 + 2 * 2 + k][p]).isCloseTo(expected[k][p], within(1e-13));
      }
    }
  }

  /** Every derivative of a residual that reads all of a jet, against central differences. */
  @Test
  void jacobianIsThatOfTheJets() {
    VarietySample sample = sample(QUARTIC, 5);
    Sections sections = Sections.all(List.of(3), List.of(2));
    HermitianBasis basis = HermitianBasis.all(sections.count());
    AlgebraicPotential potential =
        new AlgebraicPotential(sections, basis, sample, Parallel.common());
    double[] theta = near(basis.identity(), 0.1);
    JetResiduals each = new EachJet(potential.columns());
    int n = basis.size();
    double[] rows = new double[9 * 5 * n];
    potential.jacobian(theta, Batch.first(5), each, new double[45], rows);
    double step = 1e-4;
    for (int i = 0; i < n; i += 7) {
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[i] += step;
      down[i] -= step;
      double[][] more = new double[9][5];
      double[][] less = new double[9][5];
      potential.outputJets(up, Batch.first(5), more);
      potential.outputJets(down, Batch.first(5), less);
      for (int c = 0; c < 9; c++) {
        for (int p = 0; p < 5; p++) {
          double slope = (more[c][p] - less[c][p]) / (2 * step);
          // differences are off by the square of the step, and by rounding over the step
          assertThat(rows[(c * 5 + p) * n + i]).isCloseTo(slope, within(1e-7));
        }
      }
    }
  }

  /** Residual i is jet i. */
  private record EachJet(int perPoint) implements JetResiduals {
    @Override
    public void evaluate(
        int[] points, int from, int count, double[][] jets, double[][] r, double[][][] slopes) {
      for (int i = 0; i < perPoint; i++) {
        System.arraycopy(jets[i], 0, r[i], 0, count);
        for (int c = 0; c < perPoint; c++) {
          Arrays.fill(slopes[i][c], 0, count, c == i ? 1 : 0);
        }
      }
    }
  }

  /** Jᵀr is half the gradient of a sum of squares, by the two ways back. */
  @Test
  void gradientIsTheJacobiansProduct() {
    VarietySample sample = sample(QUARTIC, 300);
    Sections sections = Sections.all(List.of(3), List.of(4));
    HermitianBasis basis = HermitianBasis.invariant(sections, symmetry(QUARTIC));
    AlgebraicPotential potential =
        new AlgebraicPotential(sections, basis, sample, Parallel.common());
    Compiler compiler = new Compiler();
    PotentialMetric metric = PotentialMetric.of(potential, new double[4][300], sample, compiler);
    SquaredObjective loss =
        (SquaredObjective)
            CompiledPotentialLoss.of(
                PotentialLossSpec.fixed(new MongeAmpereLoss(2)), metric, sample, compiler);
    double[] theta = near(basis.identity(), 0.02);
    int n = basis.size();
    double[] r = new double[300];
    double[] rows = new double[300 * n];
    double[] gradient = new double[n];
    loss.jacobian(theta, Batch.first(300), r, rows);
    loss.lossGradient(theta, Batch.first(300), gradient);
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int p = 0; p < 300; p++) {
        sum += 2 * r[p] * rows[p * n + i];
      }
      assertThat(gradient[i]).isCloseTo(sum, within(1e-11));
    }
  }

  /** 4! permutations, or as many as are left. */
  @ParameterizedTest
  @CsvSource({
    "z0^4+z1^4+z2^4+z3^4, 24",
    "z0^4+z1^4+z2^4+z3^4+z0*z1*z2*z3, 24",
    "z0^4+z1^4+z2^4+2*z3^4, 6",
    "z0^3*z1+z1^3*z2+z2^3*z3+z3^3*z0, 4",
    "z0^4+2*z1^4+3*z2^4+4*z3^4, 1"
  })
  void permutationsAreCounted(String equation, int count) {
    Variety variety = Variety.of(List.of(3), List.of(equation), Map.of());
    assertThat(CoordinateSymmetry.of(variety).permutations()).hasSize(count);
  }

  /** Factors that an equation treats alike are exchanged as a whole. */
  @Test
  void factorsAreExchanged() {
    String bicubic = "(z0^3+z1^3+z2^3)*(z3^3+z4^3+z5^3)+z0*z1*z2*z3*z4*z5";
    Variety variety = Variety.of(List.of(2, 2), List.of(bicubic), Map.of());
    assertThat(CoordinateSymmetry.of(variety).permutations()).hasSize(2 * 6 * 6);
  }

  /**
   * On the Fermat quintic at k = 5 monomials of degree 5 pair with phases of 1 where exponents
   * agree modulo 5: 126 with themselves, and the five fifth powers with each other. Orbits of S₅:
   * seven partitions of 5 into at most five parts, and the one of z0⁵ z̄1⁵.
   */
  @Test
  void invariantFormsAreCounted() {
    Variety quintic = Variety.of(List.of(4), List.of("z0^5+z1^5+z2^5+z3^5+z4^5"), Map.of());
    Sections sections = Sections.all(List.of(4), List.of(5));
    assertThat(HermitianBasis.invariant(sections, symmetry(quintic)).size()).isEqualTo(8);
  }

  /** An invariant form's metric is the same at images of a point: det g/|Ω|² does not change. */
  @Test
  void invariantMetricsAreInvariant() {
    VarietySample one = sample(QUARTIC, 40);
    double[][] turned = new double[8][];
    for (int i = 0; i < 4; i++) {
      int to = (i + 1) % 4;
      turned[2 * to] = i == 1 ? one.z()[3].clone() : one.z()[2 * i].clone();
      turned[2 * to + 1] = one.z()[2 * i + (i == 1 ? 0 : 1)].clone();
      if (i == 1) { // z1 times −i
        for (int p = 0; p < 40; p++) {
          turned[2 * to + 1][p] = -turned[2 * to + 1][p];
        }
      }
    }
    VarietySample other =
        CompiledVariety.of(QUARTIC, new Compiler()).sampler().of(turned, null, 40);
    assertThat(ratio(one)).usingComparatorWithPrecision(1e-12).containsExactly(ratio(other));
  }

  private static double[] ratio(VarietySample sample) {
    Sections sections = Sections.all(List.of(3), List.of(4));
    HermitianBasis basis = HermitianBasis.invariant(sections, symmetry(QUARTIC));
    AlgebraicPotential potential =
        new AlgebraicPotential(sections, basis, sample, Parallel.common());
    PotentialMetric metric =
        PotentialMetric.of(potential, new double[4][40], sample, new Compiler());
    return metric.at(near(basis.identity(), 0.1), Batch.first(40)).q();
  }
}
