package org.metricflows.numeric.internal.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KernelSpectrumTest {

  @Test
  void spectrumOfASmallMatrix() {
    KernelSpectrum spectrum = KernelSpectrum.of(2, new double[] {2, 1, 1, 2});
    assertThat(spectrum.eigenvalues()[0]).isCloseTo(3, within(1e-14));
    assertThat(spectrum.eigenvalues()[1]).isCloseTo(1, within(1e-14));
  }

  @Test
  void kernelsThatAreNotFiniteAreRefused() {
    assertThatThrownBy(() -> KernelSpectrum.of(1, new double[] {Double.NaN}))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("kernel");
  }

  /** n equal eigenvalues count n, a projector on one vector counts 1. */
  @Test
  void effectiveRankCountsDirections() {
    assertThat(new KernelSpectrum(new double[] {5, 5, 5}).effectiveRank())
        .isCloseTo(3, within(1e-14));
    assertThat(new KernelSpectrum(new double[] {7, 0, -1e-18}).effectiveRank())
        .isCloseTo(1, within(1e-14));
  }

  @Test
  void alignmentIsOneForTheTargetsOwnProjector() {
    double[] v = {1, -2, 0.5};
    double[] own = new double[9];
    double[] unit = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    for (int k = 0; k < 9; k++) {
      own[k] = v[k / 3] * v[k % 3];
    }
    assertThat(KernelSpectrum.alignment(own, v)).isCloseTo(1, within(1e-14));
    assertThat(KernelSpectrum.alignment(unit, v)).isCloseTo(Math.sqrt(1.0 / 3), within(1e-14));
    assertThat(KernelSpectrum.drift(own, own)).isZero();
  }
}
