package org.metricflows.numeric.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels of many layers against the recursion in closed form and its fixed points. */
class DeepKernelTest {
  private static final double WEIGHT_STD = 1.2;
  private static final double BIAS_STD = 0.3;

  /** φ(u) = u: K^l = w^l K⁰ + b (w^l − 1)/(w − 1), Θ^l = (l + 1) w^l K⁰ + b Σ_k (k + 1) w^k. */
  @ParameterizedTest
  @ValueSource(ints = {64, 65, 100, 1000})
  void linearNetworksAreGeometricSums(int layers) {
    double weightStd = 1.01;
    KernelArchitecture network = new KernelArchitecture(1, layers, weightStd, BIAS_STD);
    PairJets at =
        InfiniteWidthKernel.of(network, Duals.identity(), 1, 1)
            .at(new double[] {0.4}, new double[] {-0.7});
    double w = weightStd * weightStd;
    double b = BIAS_STD * BIAS_STD;
    double power = Math.pow(w, layers);
    double first = w * 0.4 * -0.7 + b;
    double nngp = power * first + b * (power - 1) / (w - 1);
    double ntk = (layers + 1) * power * first;
    for (int k = 0; k < layers; k++) {
      ntk += b * (k + 1) * Math.pow(w, k);
    }
    assertThat(at.nngp()[0]).isCloseTo(nngp, within(1e-12 * Math.abs(nngp)));
    assertThat(at.ntk()[0]).isCloseTo(ntk, within(1e-12 * Math.abs(ntk)));
    double slope = (layers + 1) * power * w;
    assertThat(at.ntk()[3]).isCloseTo(slope, within(1e-12 * slope));
  }

  /** All pairs meet at p* = w (2/π) asin 2p*⁄(1 + 2p*) + b and Θ* = p*⁄(1 − w κ̇*). */
  @ParameterizedTest
  @ValueSource(ints = {100, 1000})
  void erfStandsAtItsFixedPoint(int layers) {
    double bias = 1.5;
    KernelArchitecture network = new KernelArchitecture(1, layers, 1, bias);
    PairJets at =
        InfiniteWidthKernel.of(network, Duals.erf(), 0, 0)
            .at(new double[] {0.4}, new double[] {-0.7});
    double p = 1;
    for (int k = 0; k < 500; k++) {
      p = 2 / Math.PI * Math.asin(2 * p / (1 + 2 * p)) + bias * bias;
    }
    double slope = 4 / Math.PI / Math.sqrt(1 + 4 * p);
    assertThat(at.nngp()[0]).isCloseTo(p, within(1e-13 * p));
    assertThat(at.ntk()[0]).isCloseTo(p / (1 - slope), within(1e-12 * p));
  }

  /** On the diagonal relu halves every variance: p^l = (w⁄2)^l p⁰ + b Σ (w⁄2)^k, κ̇ = ½. */
  @ParameterizedTest
  @ValueSource(ints = {100, 1000})
  void reluIsHalfOfTheLinearNetworkOnTheDiagonal(int layers) {
    KernelArchitecture network = new KernelArchitecture(1, layers, WEIGHT_STD, BIAS_STD);
    double[] x = {0.8};
    PairJets at = InfiniteWidthKernel.of(network, new PiecewiseLinearDual(1, 0), 0, 0).at(x, x);
    double half = WEIGHT_STD * WEIGHT_STD / 2;
    double b = BIAS_STD * BIAS_STD;
    double nngp = 2 * half * x[0] * x[0] + b;
    double ntk = nngp;
    for (int l = 0; l < layers; l++) {
      nngp = half * nngp + b;
      ntk = nngp + half * ntk;
    }
    assertThat(at.nngp()[0]).isCloseTo(nngp, within(1e-13 * nngp));
    assertThat(at.ntk()[0]).isCloseTo(ntk, within(1e-12 * ntk));
  }

  /** Θ(λx, λx′) = λ² Θ(x, x′) without bias, whatever λ, and through layers that blow it up. */
  @ParameterizedTest
  @ValueSource(doubles = {0x1p-400, 0x1p-300, 0x1p300, 0x1p400})
  void reluIsHomogeneous(double factor) {
    KernelArchitecture network = new KernelArchitecture(2, 5, WEIGHT_STD, 0);
    InfiniteWidthKernel kernel =
        InfiniteWidthKernel.of(network, new PiecewiseLinearDual(1, 0.1), 0, 0);
    PairJets near = kernel.at(new double[] {0.4, 0.6}, new double[] {-0.3, 0.9});
    PairJets far =
        kernel.at(
            new double[] {0.4 * factor, 0.6 * factor}, new double[] {-0.3 * factor, 0.9 * factor});
    assertThat(far.nngp()[0]).isEqualTo(near.nngp()[0] * factor * factor);
    assertThat(far.ntk()[0]).isEqualTo(near.ntk()[0] * factor * factor);
  }

  /** The square of the variance overflows at the 50th layer, the variance itself never. */
  @ParameterizedTest
  @ValueSource(ints = {50, 90})
  void growthThroughLayersOverflowsNothing(int layers) {
    double weightStd = 40;
    KernelArchitecture network = new KernelArchitecture(1, layers, weightStd, 0);
    double[] x = {1};
    PairJets at = InfiniteWidthKernel.of(network, new PiecewiseLinearDual(1, 0), 0, 0).at(x, x);
    double nngp = weightStd * weightStd * Math.pow(weightStd * weightStd / 2, layers);
    assertThat(at.nngp()[0]).isCloseTo(nngp, within(1e-12 * nngp));
    assertThat(at.ntk()[0]).isCloseTo((layers + 1) * nngp, within(1e-12 * layers * nngp));
  }
}
