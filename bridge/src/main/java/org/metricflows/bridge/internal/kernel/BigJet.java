package org.metricflows.bridge.internal.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A function of two variables s, t by its Taylor polynomial Σ c_ab s^a t^b with a, b ≤ 2.
 *
 * @param coefficients c_ab, b running fastest
 */
record BigJet(List<BigDecimal> coefficients) {
  private static final int SIDE = 3;

  /** The power of s, t without constant term that is gone. */
  static final int NILPOTENT = 2 * SIDE - 1;

  private static BigJet of(IntFunction<BigDecimal> coefficient) {
    return new BigJet(IntStream.range(0, SIDE * SIDE).mapToObj(coefficient).toList());
  }

  static BigJet constant(BigDecimal value) {
    return of(c -> c == 0 ? value : BigDecimal.ZERO);
  }

  /** value + s, or value + t. */
  static BigJet variable(BigDecimal value, boolean first) {
    int slope = first ? SIDE : 1;
    return of(c -> c == 0 ? value : c == slope ? BigDecimal.ONE : BigDecimal.ZERO);
  }

  BigDecimal value() {
    return coefficients.get(0);
  }

  /** ∂^a by s and ∂^b by t. */
  BigDecimal derivative(int a, int b) {
    return coefficients
        .get(SIDE * a + b)
        .multiply(BigDecimal.valueOf((a == 2 ? 2 : 1) * (b == 2 ? 2 : 1)));
  }

  BigJet plus(BigJet other, MathContext digits) {
    return of(c -> coefficients.get(c).add(other.coefficients.get(c), digits));
  }

  BigJet times(BigDecimal factor, MathContext digits) {
    return of(c -> coefficients.get(c).multiply(factor, digits));
  }

  BigJet times(BigJet other, MathContext digits) {
    return of(
        c -> {
          BigDecimal sum = BigDecimal.ZERO;
          for (int a = 0; a <= c / SIDE; a++) {
            for (int b = 0; b <= c % SIDE; b++) {
              BigDecimal left = coefficients.get(SIDE * a + b);
              BigDecimal right = other.coefficients.get(c - SIDE * a - b);
              sum = sum.add(left.multiply(right, digits), digits);
            }
          }
          return sum;
        });
  }

  /** Σ f_k (this − value)^k for k &lt; {@link #NILPOTENT}. */
  BigJet composed(List<BigDecimal> f, MathContext digits) {
    BigJet rest = of(c -> c == 0 ? BigDecimal.ZERO : coefficients.get(c));
    BigJet sum = constant(f.get(f.size() - 1));
    for (int k = f.size() - 2; k >= 0; k--) {
      sum = sum.times(rest, digits).plus(constant(f.get(k)), digits);
    }
    return sum;
  }
}
