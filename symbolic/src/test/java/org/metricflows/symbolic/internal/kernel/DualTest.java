package org.metricflows.symbolic.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.internal.door.ExpressionParser;
import org.metricflows.symbolic.internal.kernel.Dual.ClosedForm;
import org.metricflows.symbolic.internal.kernel.Dual.Expectation;
import org.metricflows.symbolic.internal.kernel.Dual.PiecewiseLinear;

class DualTest {

  private static final double[][] COVARIANCES = {
    {0.7, 1.3, 0.4}, {1.1, 0.2, -0.4}, {0.9, 0.8, 0.84}, {0.3, 0.5, 0}
  };

  /**
   * Every formula against its definition, an expectation computed independently. 1e-12 relative to
   * the root mean squares is the rounding of 90,000 terms.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "erf(u)",
        "sin(u)",
        "cos(u)",
        "exp(-u^2/2)",
        "exp(u)",
        "gelu(u)",
        "u",
        "u^2",
        "u^3",
        "1 - 2*u + u^2/3 + u^4/5",
        "2*erf(u/3)",
        "-cos(2*u)",
        "sin(3*u/2)/4",
        "exp(-u)",
        "3*exp(-u^2)",
        "gelu(2*u)",
        "-gelu(u)/3",
        "erf(u/Sqrt(2))",
        "(1 + u)*(u - 3)^2"
      })
  void closedFormsAreTheExpectationsTheyStandFor(String text) {
    Expr phi = parse(text);
    Expr slope = phi.differentiate(Dual.U);
    ClosedForm dual = (ClosedForm) Dual.of(phi);
    for (double[] c : COVARIANCES) {
      requireMean(dual.kappa(), phi, c);
      requireMean(dual.kappaDot(), slope, c);
    }
  }

  private static void requireMean(Expr formula, Expr phi, double[] c) {
    double size =
        Expectations.mean(phi, phi, c[0], c[0], 0.999 * c[0])
            + Expectations.mean(phi, phi, c[1], c[1], 0.999 * c[1]);
    assertThat(Expectations.value(formula, c[0], c[1], c[2]))
        .isCloseTo(Expectations.mean(phi, phi, c[0], c[1], c[2]), within(1e-12 * (1 + size)));
  }

  /** Price's theorem: ∂κ/∂r = κ̇ and ∂κ/∂p = E[φ''(u) φ(v)]/2. */
  @ParameterizedTest
  @ValueSource(strings = {"erf(u)", "sin(u)", "cos(u)", "exp(-u^2/2)", "exp(u)", "gelu(u)", "u^3"})
  void derivativesObeyPricesTheorem(String text) {
    Expr phi = parse(text);
    Expr second = phi.differentiate(Dual.U).differentiate(Dual.U);
    ClosedForm dual = (ClosedForm) Dual.of(phi);
    for (double[] c : COVARIANCES) {
      assertThat(Expectations.value(dual.kappa().differentiate(Dual.R), c[0], c[1], c[2]))
          .isCloseTo(Expectations.value(dual.kappaDot(), c[0], c[1], c[2]), within(1e-13));
      assertThat(2 * Expectations.value(dual.kappa().differentiate(Dual.P), c[0], c[1], c[2]))
          .isCloseTo(Expectations.mean(second, phi, c[0], c[1], c[2]), within(1e-12));
    }
  }

  /** At coincident points the correlation is 1; at the origin the variance is 0. */
  @ParameterizedTest
  @ValueSource(strings = {"erf(u)", "sin(u)", "cos(u)", "exp(-u^2/2)", "exp(u)", "gelu(u)", "u^2"})
  void formulasHoldAtCoincidentPointsAndAtTheOrigin(String text) {
    Expr phi = parse(text);
    Expr slope = phi.differentiate(Dual.U);
    ClosedForm dual = (ClosedForm) Dual.of(phi);
    assertThat(Expectations.value(dual.kappa(), 0.6, 0.6, 0.6))
        .isCloseTo(Expectations.mean(phi.pow(2), Rational.ONE, 0.6, 1, 0), within(1e-13));
    assertThat(Expectations.value(dual.kappaDot(), 0.6, 0.6, 0.6))
        .isCloseTo(Expectations.mean(slope.pow(2), Rational.ONE, 0.6, 1, 0), within(1e-13));
    double atZero = Expectations.value(phi, 0);
    assertThat(Expectations.value(dual.kappa(), 0, 0, 0)).isCloseTo(atZero * atZero, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"relu(u)", "abs(u)", "max(u, u/10)", "2*min(u, 0) - abs(u)/3", "max(-u, 3*u)"})
  void piecewiseLinearActivationsHaveArcCosineKernels(String text) {
    Expr phi = parse(text);
    PiecewiseLinear dual = (PiecewiseLinear) Dual.of(phi);
    double right = dual.right().toDouble();
    double left = dual.left().toDouble();
    assertThat(Expectations.value(phi, 2)).isEqualTo(2 * right);
    assertThat(Expectations.value(phi, -2)).isEqualTo(-2 * left);
    for (double[] c : COVARIANCES) {
      double kappa =
          Expectations.homogeneousMean(u -> u > 0 ? right * u : left * u, 1, c[0], c[1], c[2]);
      double kappaDot =
          Expectations.homogeneousMean(u -> u > 0 ? right : left, 0, c[0], c[1], c[2]);
      assertThat(Expectations.value(dual.kappa(), c[0], c[1], c[2])).isCloseTo(kappa, within(1e-9));
      assertThat(Expectations.value(dual.kappaDot(), c[0], c[1], c[2]))
          .isCloseTo(kappaDot, within(1e-4));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tanh(u)",
        "swish(u)",
        "softplus(u)",
        "sigmoid(u)",
        "u/Sqrt(1+u^2)",
        "sin(u)+cos(u)",
        "exp(u^2)"
      })
  void otherSmoothActivationsAreLeftToQuadrature(String text) {
    assertThat(Dual.of(parse(text))).isEqualTo(new Expectation(parse(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abs(u-1)", "sign(u)", "max(u, 1)", "u*abs(u)", "tanh(abs(u))", "step(u)"})
  void otherKinksAreRefused(String text) {
    assertThatThrownBy(() -> Dual.of(parse(text)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("activation")
        .hasMessageContaining("kink");
  }

  /** κ = pq r + … : the coefficients of Σ_l A_l(p) A_l(q) r^l/l! for u³ are 3p · 3q and 3!. */
  @Test
  void theCubeInClosedForm() {
    ClosedForm dual = (ClosedForm) Dual.of(parse("u^3"));
    Expr expected = ExpressionParser.of("p", "q", "r").parse("9*p*q*r + 6*r^3");
    assertThat(dual.kappa()).isEqualTo(expected);
  }

  private static Expr parse(String text) {
    return ExpressionParser.of("u").parse(text);
  }
}
