package org.metricflows.bridge.internal.variety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.complex.Complex;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metricflows.numeric.internal.variety.Estimate;
import org.metricflows.numeric.internal.variety.VarietySample;

/** Volumes of the Dwork family Σ z_iⁿ − nψ Π z_i, |ψ| < 1, which Gamma functions give exactly. */
class ExactVolumeTest {
  private static final int POINTS = 60_000;

  /** One test in ten thousand fails for a right program and a random seed; the seed is fixed. */
  private static final double DEVIATIONS = 4;

  @ParameterizedTest
  @CsvSource({
    "3, 0, 0, 1",
    "3, 0.5, 0, 2",
    "3, 0.3, -0.4, 3",
    "4, 0, 0, 4",
    "4, 0.5, 0, 5",
    "4, 0.2, 0.5, 6",
    "5, 0, 0, 7",
    "5, 0.5, 0, 8",
    "5, -0.3, 0.6, 9"
  })
  void theVolumeFormIntegratesToItsExactVolume(int n, double re, double im, long seed) {
    double exact = exact(n, new Complex(re, im));
    VarietySample sample =
        Varieties.dwork(n, "(" + re + ")+(" + im + ")*I").sampler().draw(POINTS, 0, seed);
    contains(sample.volumes().omega(), exact);
    contains(sample.volumes().kappa(), n / exact);
    // five roots of a line are one independent piece of news, whose spread is below the mean
    assertThat(sample.volumes().omega().error()).isLessThan(exact * Math.sqrt(n / (1.0 * POINTS)));
  }

  private static void contains(Estimate estimate, double exact) {
    assertThat(estimate.value()).isCloseTo(exact, within(DEVIATIONS * estimate.error()));
  }

  /**
   * m! (n/π²) Σ_{k≡l mod n} (−nψ)^k (nψ̄)^l/(k! l!) [(π/n)(−1)^{(k−l)/n} Γ((k+1)/n)/Γ(1−(l+1)/n)]ⁿ,
   * m = n − 2.
   */
  private static double exact(int n, Complex psi) {
    Complex sum = Complex.ZERO;
    for (int k = 0; k < 40 * n; k++) {
      for (int l = k % n; l < 40 * n; l += n) {
        // 1/Γ(1−x) = Γ(x) sin(πx)/π
        double x = (l + 1.0) / n;
        double sine = (l + 1) % n == 0 ? 0 : Math.sin(Math.PI * x);
        double bracket = ((k - l) / n % 2 == 0 ? 1 : -1) * sine / n;
        double logs =
            n * (Gamma.logGamma((k + 1.0) / n) + Gamma.logGamma(x))
                - Gamma.logGamma(k + 1.0)
                - Gamma.logGamma(l + 1.0);
        Complex power = psi.multiply(-n).pow(k).multiply(psi.conjugate().multiply(n).pow(l));
        sum = sum.add(power.multiply(Math.pow(bracket, n) * Math.exp(logs)));
      }
    }
    assertThat(sum.getImaginaryPart()).isCloseTo(0, within(1e-9));
    return CombinatoricsUtils.factorialDouble(n - 2) * n / (Math.PI * Math.PI) * sum.getRealPart();
  }

  @Test
  void theFermatQuinticHasTheVolumeKnown() {
    assertThat(exact(5, Complex.ZERO)).isCloseTo(283.785366, within(1e-6));
  }

  @Test
  void theFubiniStudyMetricOfTheFermatQuinticIsFarFromRicciFlat() {
    VarietySample sample = Varieties.dwork(5, "0").sampler().draw(POINTS, 0, 11);
    Estimate sigma = sample.sigma(sample.determinant());
    assertThat(sigma.value()).isCloseTo(0.3727, within(0.0003 + DEVIATIONS * sigma.error()));
  }
}
