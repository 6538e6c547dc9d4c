package org.metricflows.numeric.internal.kernel.quadrature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GaussianQuadratureTest {

  /** Why the trapezoidal rule is the default: tanh(√8 s) has poles 0.56 from the real line. */
  @Test
  void trapezoidalRuleConvergesFasterThanGaussHermiteNextToPoles() {
    double exact = secondMoment(GaussianQuadrature.TRAPEZOIDAL.rule(7, 13), 8);
    GaussianRule trapezoidal = GaussianQuadrature.TRAPEZOIDAL.rule(3, 13);
    GaussianRule hermite = GaussianQuadrature.GAUSS_HERMITE.rule(5, 13);
    assertThat(hermite.size()).isGreaterThan(trapezoidal.size());
    assertThat(secondMoment(trapezoidal, 8)).isCloseTo(exact, within(1e-10));
    assertThat(secondMoment(hermite, 8))
        .isCloseTo(exact, within(1e-6))
        .isNotCloseTo(exact, within(1e-8));
  }

  /** E[tanh(√p s)²] by a rule. */
  private static double secondMoment(GaussianRule rule, double p) {
    double sum = 0;
    for (int j = 0; j < rule.size(); j++) {
      double s = rule.node(j);
      double value = Math.tanh(Math.sqrt(p) * s);
      sum += 2 * rule.weight(j) * Math.exp(-s * s / 2) * value * value;
    }
    return sum;
  }
}
