package org.metricflows.numeric.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.numeric.internal.kernel.jet.Elementary;
import org.metricflows.numeric.internal.kernel.jet.JetFunction;
import org.metricflows.numeric.internal.kernel.jet.RealPower;
import org.metricflows.numeric.internal.kernel.quadrature.ActivationSeries;
import org.metricflows.numeric.internal.kernel.quadrature.GaussianQuadrature;
import org.metricflows.numeric.internal.kernel.quadrature.HermiteExpansion;
import org.metricflows.numeric.internal.kernel.quadrature.MomentSums;

class ExpectationDualTest {

  private static final JetFunction TANH = (a, u) -> a.apply(Elementary.TANH, u);
  private static final JetFunction ERF = (a, u) -> a.apply(Elementary.ERF, u);
  private static final JetFunction SIN = (a, u) -> a.apply(Elementary.SIN, u);
  private static final JetFunction SQUARE = (a, u) -> a.power(u, 2);

  static Stream<Arguments> pairs() {
    double[] x = {0.4, 0.6, -0.42};
    return Stream.of(
            Arguments.of(x, new double[] {-0.43, 0.41, 0.31}, 0.3),
            Arguments.of(x, x, 0.3),
            Arguments.of(x, new double[] {0.4, 0.6, -0.42 - 1e-9}, 0.0),
            Arguments.of(x, new double[] {-0.4, -0.6, 0.42}, 0.0),
            Arguments.of(x, new double[3], 0.0),
            Arguments.of(new double[3], new double[3], 0.0))
        .flatMap(
            a ->
                Stream.of(
                        Arguments.of("erf", ERF, Duals.erf()),
                        Arguments.of("sin", SIN, Duals.sin()),
                        Arguments.of("square", SQUARE, Duals.square()))
                    .map(b -> join(b, a)));
  }

  private static Arguments join(Arguments a, Arguments b) {
    return Arguments.of(
        Stream.concat(Stream.of(a.get()), Stream.of(b.get())).toArray(Object[]::new));
  }

  /**
   * Quadrature against closed forms through three layers, all derivatives up to 2 + 2: general,
   * coincident, nearly coincident and antiparallel points, and the origin. 1e-12 relative to the
   * largest derivative is ten times what rounding was seen to do.
   */
  @ParameterizedTest(name = "{0} {3} {4}")
  @MethodSource("pairs")
  void quadratureAgreesWithClosedForms(
      String name,
      JetFunction activation,
      KernelDual closed,
      double[] x,
      double[] xp,
      double biasStd) {
    KernelArchitecture network = new KernelArchitecture(3, 3, 1.4, biasStd);
    PairJets expected = InfiniteWidthKernel.of(network, closed, 2, 2).at(x, xp);
    PairJets found =
        InfiniteWidthKernel.of(network, ExpectationDual.of(activation), 2, 2).at(x, xp);
    assertThat(found.errorEstimate()).isBetween(0.0, 1e-13);
    requireClose(found.ntk(), expected.ntk());
    requireClose(found.nngp(), expected.nngp());
  }

  private static void requireClose(double[] found, double[] expected) {
    double largest = 0;
    for (double value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int c = 0; c < expected.length; c++) {
      assertThat(found[c]).isCloseTo(expected[c], within(1e-12 * largest));
    }
  }

  /** Lower orders are the first coefficients of higher ones. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void lowerOrdersArePartOfHigherOnes(int order) {
    KernelArchitecture network = new KernelArchitecture(1, 2, 1.2, 0.1);
    double[] x = {0.7};
    double[] xp = {-0.3};
    InfiniteWidthKernel full = InfiniteWidthKernel.of(network, ExpectationDual.of(TANH), 2, 2);
    InfiniteWidthKernel part = InfiniteWidthKernel.of(network, ExpectationDual.of(TANH), order, 2);
    double[] all = full.at(x, xp).ntk();
    double[] some = part.at(x, xp).ntk();
    for (int c = 0; c < some.length; c++) {
      assertThat(some[c]).isCloseTo(all[c], within(1e-13 * (1 + Math.abs(all[c]))));
    }
  }

  /**
   * Price's theorem behind the moments: E[tanh'(u) tanh'(v)] is the slope of E[tanh u tanh v] in r.
   * Central differences of step 1e-5 are good to 1e-10.
   */
  @Test
  void momentsAreDerivativesOfEachOther() {
    DualMoments moments = new DualMoments(new BiJetSpace(1, 2, 2));
    ActivationSeries tanh = new ActivationSeries(TANH, moments.order());
    MomentSums sums = new MomentSums(moments.moments());
    double h = 1e-5;
    double up = moment(sums, tanh, 0.8, 1.1, 0.5 + h);
    double down = moment(sums, tanh, 0.8, 1.1, 0.5 - h);
    double wide = moment(sums, tanh, 0.8 + h, 1.1, 0.5);
    double narrow = moment(sums, tanh, 0.8 - h, 1.1, 0.5);
    moment(sums, tanh, 0.8, 1.1, 0.5);
    assertThat(sums.moment(moments.moments().indexOf(List.of(1, 1))))
        .isCloseTo((up - down) / (2 * h), within(1e-10));
    assertThat(sums.moment(moments.moments().indexOf(List.of(2, 0))) / 2)
        .isCloseTo((wide - narrow) / (2 * h), within(1e-10));
  }

  private static double moment(
      MomentSums sums, ActivationSeries activation, double p, double q, double r) {
    GaussianQuadrature rules = GaussianQuadrature.TRAPEZOIDAL;
    sums.compute(
        HermiteExpansion.of(activation, p, rules), HermiteExpansion.of(activation, q, rules), r);
    return sums.moment(0);
  }

  /** Gauss–Hermite is there for those who prefer it, and is exact for polynomials. */
  @Test
  void gaussHermiteGivesTheSameKernel() {
    KernelArchitecture network = new KernelArchitecture(1, 2, 0.8, 0.1);
    double[] x = {0.4};
    double[] xp = {-0.6};
    for (JetFunction activation : List.of(SIN, SQUARE)) {
      ExpectationDual hermite = new ExpectationDual(activation, GaussianQuadrature.GAUSS_HERMITE);
      double[] found = InfiniteWidthKernel.of(network, hermite, 2, 2).at(x, xp).ntk();
      requireClose(
          found,
          InfiniteWidthKernel.of(network, ExpectationDual.of(activation), 2, 2).at(x, xp).ntk());
    }
  }

  @Test
  void divergentExpectationsAreRefused() {
    JetFunction growing = (a, u) -> a.apply(Elementary.EXP, a.scale(a.power(u, 2), 0.25));
    InfiniteWidthKernel kernel =
        InfiniteWidthKernel.of(
            new KernelArchitecture(1, 1, 2, 0), ExpectationDual.of(growing), 2, 2);
    assertThatThrownBy(() -> kernel.at(new double[] {1}, new double[] {1}))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("activation")
        .hasMessageContaining("variance 4.0");
  }

  /** A pole 1e-3 from the real line needs more nodes than there are: said, not papered over. */
  @Test
  void unresolvedActivationsAreRefused() {
    JetFunction spike =
        (a, u) -> a.apply(new RealPower(-1), a.add(a.constant(1), a.scale(a.power(u, 2), 1e6)));
    InfiniteWidthKernel kernel =
        InfiniteWidthKernel.of(new KernelArchitecture(1, 1, 1, 0), ExpectationDual.of(spike), 0, 0);
    assertThatThrownBy(() -> kernel.at(new double[] {1}, new double[] {1}))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("relative accuracy");
  }

  /**
   * The kernel's value is the sum over the plane that defines it, to the rounding of 60,000 terms.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void oneLayerIsAPlaneIntegral(long seed) {
    Random random = new Random(seed);
    double x = random.nextDouble();
    double xp = -random.nextDouble();
    double w = 1.3 * 1.3;
    KernelArchitecture network = new KernelArchitecture(1, 1, 1.3, 0.2);
    double nngp =
        InfiniteWidthKernel.of(network, ExpectationDual.of(TANH), 0, 0)
            .at(new double[] {x}, new double[] {xp})
            .nngp()[0];
    double expected = w * plane(w * x * x + 0.04, w * xp * xp + 0.04, w * x * xp + 0.04) + 0.04;
    assertThat(nngp).isCloseTo(expected, within(1e-13));
  }

  private static double plane(double p, double q, double r) {
    double h = 0.1;
    double across = Math.sqrt(q - r * r / p);
    double sum = 0;
    for (int i = -120; i <= 120; i++) {
      for (int j = -120; j <= 120; j++) {
        double u = Math.sqrt(p) * i * h;
        double v = r / Math.sqrt(p) * i * h + across * j * h;
        double density = Math.exp(-(i * i + j * j) * h * h / 2) / (2 * Math.PI);
        sum += h * h * density * Math.tanh(u) * Math.tanh(v);
      }
    }
    return sum;
  }
}
