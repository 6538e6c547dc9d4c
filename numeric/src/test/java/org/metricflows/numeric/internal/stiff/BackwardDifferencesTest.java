package org.metricflows.numeric.internal.stiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders, stability and changes of step of the formulas, each by itself. */
class BackwardDifferencesTest {

  /** Differences of a function up to ∇ᵖ at 0, by p steps of h that are known exactly. */
  private static BackwardDifferences of(DoubleUnaryOperator f, int p, double h) {
    double t = -(p - 1) * h;
    double[] start = {f.applyAsDouble(t)};
    double[] slope = {(start[0] - f.applyAsDouble(t - h)) / h};
    BackwardDifferences past = new BackwardDifferences(start, slope, h);
    double[] y = new double[1];
    for (int order = 1; order < p; order++) {
      t += h;
      past.predict(y);
      past.accept(new double[] {f.applyAsDouble(t) - y[0]});
      past.setOrder(order + 1);
    }
    return past;
  }

  private static double logistic(double t) {
    return 1 / (1 + 9 * Math.exp(-t));
  }

  /** The error at t = 2 of ẏ = y(1 − y) with even steps, each equation solved to the last bit. */
  private static double error(int p, int steps) {
    double h = 2.0 / steps;
    BackwardDifferences past = of(BackwardDifferencesTest::logistic, p, h);
    double[] y = new double[1];
    double[] psi = new double[1];
    for (int n = 0; n < steps; n++) {
      past.predict(y);
      past.past(psi);
      double c = past.implicitness();
      double d = 0;
      for (int k = 0; k < 20; k++) {
        double at = y[0] + d;
        d -= (psi[0] + d - c * at * (1 - at)) / (1 - c * (1 - 2 * at));
      }
      past.accept(new double[] {d});
    }
    return Math.abs(past.polynomial()[0][0] - logistic(2));
  }

  /** Halving steps this small divides the error by 2ᵖ; the next term shows below a quarter. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void everyFormulaHasItsOrder(int p) {
    double slope = Math.log(error(p, 40) / error(p, 80)) / Math.log(2);
    assertThat(slope).isCloseTo(p, within(0.25));
  }

  /** ẏ = λy: what is there decays, however negative λh is. */
  @ParameterizedTest
  @CsvSource({"1, 1e3", "2, 1", "2, 1e8", "3, 10", "4, 1e3", "5, 0.5", "5, 1e3", "5, 1e12"})
  void theNegativeAxisIsStable(int p, double stiffness) {
    BackwardDifferences past = of(Math::cos, p, 0.4);
    double[] y = new double[1];
    double[] psi = new double[1];
    for (int n = 0; n < 300; n++) {
      past.predict(y);
      past.past(psi);
      double z = -stiffness / 0.4 * past.implicitness();
      past.accept(new double[] {(z * y[0] - psi[0]) / (1 - z)});
    }
    assertThat(past.polynomial()[0][0]).isCloseTo(0, within(1e-8));
  }

  /** Other steps are other numbers of the same polynomial. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aChangeOfStepKeepsThePolynomial(int p) {
    DoubleUnaryOperator power = t -> Math.pow(t + 2, p) - t;
    BackwardDifferences past = of(power, p, 0.25);
    past.stretch(1.7);
    assertThat(past.step()).isEqualTo(0.25 * 1.7);
    double[] next = new double[1];
    past.predict(next);
    assertThat(next[0]).isCloseTo(power.applyAsDouble(0.25 * 1.7), within(1e-12 * next[0]));
    past.stretch(1 / 1.7);
    past.predict(next);
    assertThat(next[0]).isCloseTo(power.applyAsDouble(0.25), within(1e-12 * next[0]));
  }

  /** d is the leading error of a formula over its factor: ∇ᵖ⁺¹y ≈ hᵖ⁺¹y⁽ᵖ⁺¹⁾. */
  @Test
  void theErrorOfAStepIsEstimated() {
    double h = 1e-2;
    BackwardDifferences past = of(Math::exp, 3, h);
    double[] y = new double[1];
    past.predict(y);
    double d = Math.exp(h) - y[0];
    assertThat(d).isCloseTo(Math.pow(h, 4), within(0.02 * Math.pow(h, 4)));
    past.accept(new double[] {d});
    double factor = -0.0823 * 11 / 6 + 1.0 / 4;
    assertThat(past.error(0, new ErrorNorm(1, 0), y)).isCloseTo(factor * d, within(1e-20));
    assertThat(past.error(3, new ErrorNorm(1, 0), y)).isInfinite();
  }
}
