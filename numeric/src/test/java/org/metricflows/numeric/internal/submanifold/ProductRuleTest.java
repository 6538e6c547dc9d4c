package org.metricflows.numeric.internal.submanifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProductRuleTest {

  /** ∫ Π x_a^{k_a} over S^n: 0 with an odd exponent, else 2 Π Γ((k_a+1)/2) / Γ(Σ(k_a+1)/2). */
  private static double moment(int... exponents) {
    double log = Math.log(2);
    double sum = 0;
    for (int k : exponents) {
      if (k % 2 == 1) {
        return 0;
      }
      log += Gamma.logGamma((k + 1) / 2.0);
      sum += (k + 1) / 2.0;
    }
    return Math.exp(log - Gamma.logGamma(sum));
  }

  private static double integral(PointSet rule, int... exponents) {
    int n = exponents.length;
    RealPolynomial monomial = new RealPolynomial(n, new int[][] {exponents}, new double[] {1});
    double sum = 0;
    for (int p = 0; p < rule.size(); p++) {
      sum += rule.weights()[p] * monomial.at(rule.points()[p]);
    }
    return sum;
  }

  /** All monomials of degree 7: sums of some thousand terms of order 1. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void rulesOfASphereAreExactOnPolynomials(int n) {
    int degree = 7;
    double[] axes = new double[n + 1];
    Arrays.fill(axes, 1);
    PointSet rule = ProductRule.ellipsoid(degree, axes);
    int[] exponents = new int[n + 1];
    do {
      if (Arrays.stream(exponents).sum() <= degree) {
        assertThat(integral(rule, exponents)).isCloseTo(moment(exponents), within(1e-12));
      }
    } while (next(exponents, degree));
  }

  private static boolean next(int[] exponents, int most) {
    for (int a = 0; a < exponents.length; a++) {
      if (exponents[a]++ < most) {
        return true;
      }
      exponents[a] = 0;
    }
    return false;
  }

  /** One degree more is missed: z^8 on S² with a rule of degree 7. */
  @Test
  void theDegreeIsNotExceeded() {
    PointSet rule = ProductRule.ellipsoid(6, 1, 1, 1);
    assertThat(Math.abs(integral(rule, 0, 0, 8) - moment(0, 0, 8))).isGreaterThan(1e-3);
  }

  /** Area 2πa² (1 + (c²/(a²e)) artanh e) with e² = 1 − c²/a² of an oblate spheroid. */
  @Test
  void anEllipsoidHasItsArea() {
    double c = 0.6;
    double e = Math.sqrt(1 - c * c);
    double atanh = 0.5 * Math.log((1 + e) / (1 - e));
    double area = 2 * Math.PI * (1 + c * c / e * atanh);
    assertThat(ProductRule.ellipsoid(60, 1, 1, c).volume()).isCloseTo(area, within(1e-12));
    assertThat(ProductRule.ellipsoid(60, 1, c, 1).volume()).isCloseTo(area, within(1e-12));
  }

  /** Area 4π²Rr, and ∫Z² = π²·2R·r³ (1/2 of the tube's circle): both by Pappus. */
  @Test
  void aTorusHasItsAreaAndMoment() {
    PointSet rule = ProductRule.torus(4, 2, 1);
    assertThat(rule.volume()).isCloseTo(8 * Math.PI * Math.PI, within(1e-12));
    assertThat(integral(rule, 0, 0, 2)).isCloseTo(4 * Math.PI * Math.PI, within(1e-12));
  }
}
