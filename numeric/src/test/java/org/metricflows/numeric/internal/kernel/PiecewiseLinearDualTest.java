package org.metricflows.numeric.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PiecewiseLinearDualTest {

  /**
   * Coincident, parallel, antiparallel and perpendicular points, and points 1e-9 off these.
   * Evaluating √(pq − r²) as it stands loses half of the digits here; 1e-13 leaves room for
   * rounding through four layers.
   */
  @ParameterizedTest
  @CsvFileSource(resources = "arc-cosine.csv", numLinesToSkip = 1)
  void nearlyParallelPointsKeepAllDigits(
      double right,
      double left,
      int layers,
      double biasStd,
      double x1,
      double x2,
      double nngp,
      double ntk) {
    KernelArchitecture network = new KernelArchitecture(2, layers, 1.5, biasStd);
    InfiniteWidthKernel kernel =
        InfiniteWidthKernel.of(network, new PiecewiseLinearDual(right, left), 0, 0);
    PairJets at = kernel.at(new double[] {0.4, 0.6}, new double[] {x1, x2});
    assertThat(at.nngp()[0]).isCloseTo(nngp, within(1e-13 * Math.abs(nngp)));
    assertThat(at.ntk()[0]).isCloseTo(ntk, within(1e-13 * Math.abs(ntk)));
  }

  /** Equal slopes make a linear network. */
  @Test
  void equalSlopesAreTheIdentity() {
    KernelArchitecture network = new KernelArchitecture(2, 3, 1.3, 0.4);
    double[] x = {0.7, -0.2};
    double[] xp = {-0.5, 0.6};
    PairJets kinked =
        InfiniteWidthKernel.of(network, new PiecewiseLinearDual(1, 1), 0, 0).at(x, xp);
    PairJets linear = InfiniteWidthKernel.of(network, Duals.identity(), 0, 0).at(x, xp);
    assertThat(kinked.nngp()[0]).isCloseTo(linear.nngp()[0], within(1e-14));
    assertThat(kinked.ntk()[0]).isCloseTo(linear.ntk()[0], within(1e-14));
  }

  @Test
  void theOriginIsFiniteWithoutBias() {
    KernelArchitecture network = new KernelArchitecture(2, 3, 1.3, 0);
    InfiniteWidthKernel kernel =
        InfiniteWidthKernel.of(network, new PiecewiseLinearDual(1, 0), 0, 0);
    assertThat(kernel.at(new double[2], new double[] {1, 2}).ntk()[0]).isZero();
    assertThat(kernel.ntkGram(new double[][] {{0, 0}, {1, 0}}).get(0, 0)).isZero();
  }

  @Test
  void derivativesAreRefusedWithTheReason() {
    KernelArchitecture network = new KernelArchitecture(2, 1, 1, 0);
    assertThatThrownBy(() -> InfiniteWidthKernel.of(network, new PiecewiseLinearDual(1, 0), 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("activation")
        .hasMessageContaining("not twice differentiable in each argument");
  }
}
