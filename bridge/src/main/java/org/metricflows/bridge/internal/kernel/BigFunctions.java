package org.metricflows.bridge.internal.kernel;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Elementary functions to any number of digits.
 *
 * @param digits the precision that they are computed to, some of which are lost to rounding
 */
record BigFunctions(MathContext digits) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Beyond, e^x or e^−x has more digits before the point than anything here can use. */
  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(7);

  private static final int HALVINGS = 8;

  BigDecimal divide(BigDecimal a, BigDecimal b) {
    return a.divide(b, digits);
  }

  /**
   * e^x by its series at x/2ⁿ, squared n times; zero where it is below 10^(−10⁶).
   *
   * @throws ArithmeticException if it is above 10^(10⁶)
   */
  BigDecimal exp(BigDecimal x) {
    if (x.abs().compareTo(LARGEST) > 0) {
      if (x.signum() > 0) {
        throw new ArithmeticException("overflow");
      }
      return BigDecimal.ZERO;
    }
    int halvings = HALVINGS + Math.max(0, x.precision() - x.scale()) * 4;
    BigDecimal small = divide(x, TWO.pow(halvings));
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 1; matters(term, sum); k++) {
      term = divide(term.multiply(small, digits), BigDecimal.valueOf(k));
      sum = sum.add(term, digits);
    }
    for (int k = 0; k < halvings; k++) {
      sum = sum.multiply(sum, digits);
    }
    return sum;
  }

  /** arctan x, by π/2 − arctan 1/x beyond 1 and by halving the angle before the series. */
  BigDecimal atan(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.ONE) > 0) {
      BigDecimal quarter = divide(pi(), TWO);
      BigDecimal rest = atan(divide(BigDecimal.ONE, x));
      return (x.signum() > 0 ? quarter : quarter.negate()).subtract(rest, digits);
    }
    BigDecimal half = x;
    for (int k = 0; k < HALVINGS; k++) {
      BigDecimal secant = BigDecimal.ONE.add(half.multiply(half, digits)).sqrt(digits);
      half = divide(half, BigDecimal.ONE.add(secant, digits));
    }
    return arctanSeries(half).multiply(TWO.pow(HALVINGS), digits);
  }

  /** arcsin x for |x| &lt; 1. */
  BigDecimal asin(BigDecimal x) {
    BigDecimal cosine =
        BigDecimal.ONE.subtract(x).multiply(BigDecimal.ONE.add(x), digits).sqrt(digits);
    return atan(divide(x, cosine));
  }

  /** π = 16 arctan 1/5 − 4 arctan 1/239 (Machin). */
  BigDecimal pi() {
    BigDecimal fifth = arctanSeries(divide(BigDecimal.ONE, BigDecimal.valueOf(5)));
    BigDecimal small = arctanSeries(divide(BigDecimal.ONE, BigDecimal.valueOf(239)));
    return fifth.multiply(BigDecimal.valueOf(16)).subtract(small.multiply(BigDecimal.valueOf(4)));
  }

  private BigDecimal arctanSeries(BigDecimal x) {
    BigDecimal square = x.multiply(x, digits).negate();
    BigDecimal power = x;
    BigDecimal sum = x;
    for (int k = 3; matters(power, sum); k += 2) {
      power = power.multiply(square, digits);
      sum = sum.add(divide(power, BigDecimal.valueOf(k)), digits);
    }
    return sum;
  }

  /** Whether a term is still seen beside a sum. */
  private boolean matters(BigDecimal term, BigDecimal sum) {
    int orders = (sum.precision() - sum.scale()) - (term.precision() - term.scale());
    return term.signum() != 0 && orders <= digits.getPrecision();
  }
}
