package org.metricflows.numeric.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.numeric.internal.batch.JetSpace;

class InfiniteWidthKernelTest {

  /** The kernels of a linear model are one and the same, and quadratic in (x, x'). */
  @Test
  void withoutHiddenLayersBothKernelsAreTheInputCovariance() {
    InfiniteWidthKernel kernel = kernel(Duals.erf(), 2, 0);
    PairJets jets = kernel.at(new double[] {0.5, -1}, new double[] {2, 3});
    BiJetSpace space = kernel.space();
    double scale = 1.2 * 1.2 / 2;
    assertThat(jets.nngp()).containsExactly(jets.ntk());
    assertThat(jets.ntk()[0]).isCloseTo(scale * -2 + 0.04, within(1e-15));
    assertThat(jets.ntk()[space.index(1, 0)]).isCloseTo(scale * 2, within(1e-15));
    assertThat(jets.ntk()[space.index(0, 1)]).isCloseTo(scale * 0.5, within(1e-15));
    assertThat(jets.ntk()[space.index(2, 2)]).isCloseTo(scale, within(1e-15));
    assertThat(jets.ntk()[space.index(1, 2)]).isZero();
  }

  /** Depth makes no difference to the NNGP kernel of the identity; the NTK counts the layers. */
  @Test
  void identityNetworksAreLinearInTheirDepth() {
    double[] x = {0.3, 0.8};
    double[] xp = {-0.4, 0.9};
    KernelArchitecture deep = new KernelArchitecture(2, 3, 1, 0);
    PairJets jets = InfiniteWidthKernel.of(deep, Duals.identity(), 0, 0).at(x, xp);
    assertThat(jets.nngp()[0]).isCloseTo(0.3, within(1e-15));
    assertThat(jets.ntk()[0]).isCloseTo(4 * 0.3, within(1e-15));
  }

  /**
   * Every coefficient is the central difference of the one with a derivative less. Step 1e-4 leaves
   * a truncation error of about 1e-8 times third derivatives of order ten.
   */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4"})
  void jetsAreDerivativesOfLowerJets(int dimension, int layers) {
    Random random = new Random(7 * dimension + layers);
    InfiniteWidthKernel kernel = kernel(Duals.erf(), dimension, layers);
    double[] x = point(random, dimension);
    double[] xp = point(random, dimension);
    double[] jets = kernel.at(x, xp).ntk();
    JetSpace side = kernel.space().left();
    double h = 1e-4;
    for (int i = 0; i < dimension; i++) {
      double[] slope = difference(kernel, x, xp, i, h);
      for (int beta = 0; beta < side.size(); beta++) {
        assertThat(jets[kernel.space().index(side.index(i), beta)])
            .isCloseTo(slope[kernel.space().index(0, beta)], within(1e-6));
        for (int j = 0; j < dimension; j++) {
          assertThat(jets[kernel.space().index(side.index(i, j), beta)])
              .isCloseTo(slope[kernel.space().index(side.index(j), beta)], within(1e-6));
        }
      }
    }
  }

  /** Θ(x, x') = Θ(x', x), so that exchanging the points transposes the jet, to rounding. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void exchangingThePointsTransposesTheJet(int layers) {
    Random random = new Random(layers);
    InfiniteWidthKernel kernel = kernel(Duals.sin(), 3, layers);
    double[] x = point(random, 3);
    double[] xp = point(random, 3);
    double[] one = kernel.at(x, xp).ntk();
    double[] other = kernel.at(xp, x).ntk();
    int side = kernel.space().left().size();
    for (int alpha = 0; alpha < side; alpha++) {
      for (int beta = 0; beta < side; beta++) {
        double expected = other[kernel.space().index(beta, alpha)];
        assertThat(one[kernel.space().index(alpha, beta)]).isCloseTo(expected, within(1e-12));
      }
    }
  }

  /** The Gram matrix and the rectangle hold what single pairs give, to the last bit. */
  @Test
  void matricesAgreeWithSinglePairs() {
    Random random = new Random(3);
    int n = 70;
    double[][] points = new double[n][];
    for (int a = 0; a < n; a++) {
      points[a] = point(random, 2);
    }
    InfiniteWidthKernel kernel = kernel(Duals.erf(), 2, 2);
    KernelMatrix gram = kernel.ntkGram(points);
    KernelMatrix cross = kernel.ntkCross(points, points);
    int side = kernel.space().left().size();
    assertThat(gram.rows()).isEqualTo(side * n);
    for (int a = 0; a < n; a += 13) {
      for (int b = a; b < n; b++) {
        double[] jet = kernel.at(points[a], points[b]).ntk();
        for (int alpha = 0; alpha < side; alpha++) {
          for (int beta = 0; beta < side; beta++) {
            double value = jet[kernel.space().index(alpha, beta)];
            assertThat(cross.get(alpha * n + a, beta * n + b)).isEqualTo(value);
            if (a < b) {
              assertThat(gram.get(alpha * n + a, beta * n + b)).isEqualTo(value);
            }
            assertThat(gram.get(beta * n + b, alpha * n + a))
                .isEqualTo(gram.get(alpha * n + a, beta * n + b));
          }
        }
      }
    }
  }

  @Test
  void badInputIsNamed() {
    InfiniteWidthKernel kernel = kernel(Duals.square(), 2, 3);
    assertThatThrownBy(() -> kernel.at(new double[] {1}, new double[] {1, 2}))
        .hasMessageContaining("x: a point has 1 coordinates");
    assertThatThrownBy(() -> kernel.at(new double[] {1, Double.NaN}, new double[] {1, 2}))
        .hasMessageContaining("not finite");
    assertThatThrownBy(() -> kernel.ntkGram(new double[][] {{1e80, 1e80}}))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("kernel: not finite");
    assertThatThrownBy(() -> new KernelArchitecture(2, -1, 1, 0))
        .hasMessageContaining("hidden_layers: -1");
    assertThatThrownBy(() -> new KernelArchitecture(2, 1, 0, 0))
        .hasMessageContaining("weight_std: 0.0");
  }

  private static double[] difference(
      InfiniteWidthKernel kernel, double[] x, double[] xp, int i, double h) {
    double[] forward = x.clone();
    double[] backward = x.clone();
    forward[i] += h;
    backward[i] -= h;
    double[] slope = kernel.at(forward, xp).ntk();
    double[] before = kernel.at(backward, xp).ntk();
    for (int c = 0; c < slope.length; c++) {
      slope[c] = (slope[c] - before[c]) / (2 * h);
    }
    return slope;
  }

  private static double[] point(Random random, int dimension) {
    return random.doubles(dimension, -1, 1).toArray();
  }

  private static InfiniteWidthKernel kernel(KernelDual dual, int dimension, int layers) {
    return InfiniteWidthKernel.of(new KernelArchitecture(dimension, layers, 1.2, 0.2), dual, 2, 2);
  }
}
