package org.metricflows.app.internal.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number with its error, written with the digits that it has: {@code 11.76 ± 0.03}.
 *
 * <p>The error keeps one digit, two if it begins with a 1; the number ends where its error does.
 * Without an error four digits are kept, two of what is next to nothing.
 *
 * @param value the number
 * @param error its standard error; NaN where it is not known, 0 where there is none
 */
public record Measured(double value, double error) {
  private static final int SMALLEST_PLAIN = -4;
  private static final int LARGEST_PLAIN = 6;
  private static final double NEXT_TO_NOTHING = 1e-6;

  /** A number whose error is not known. */
  public static Measured of(double value) {
    return new Measured(value, Double.NaN);
  }

  @Override
  public String toString() {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (!(error > 0) || Double.isInfinite(error)) {
      return plain(value);
    }
    BigDecimal rounded = rounded(error);
    BigDecimal digits = new BigDecimal(value).setScale(rounded.scale(), RoundingMode.HALF_EVEN);
    int power = exponent(digits.signum() == 0 ? rounded : digits);
    if (power >= SMALLEST_PLAIN && power < LARGEST_PLAIN && rounded.scale() >= 0) {
      return digits.toPlainString() + " ± " + rounded.toPlainString();
    }
    return "(%s ± %s)e%d"
        .formatted(
            digits.movePointRight(-power).toPlainString(),
            rounded.movePointRight(-power).toPlainString(),
            power);
  }

  private static BigDecimal rounded(double error) {
    BigDecimal two = new BigDecimal(error).round(new MathContext(2, RoundingMode.HALF_EVEN));
    return two.unscaledValue().toString().startsWith("1")
        ? two
        : two.round(new MathContext(1, RoundingMode.HALF_UP));
  }

  private static String plain(double value) {
    int digits = Math.abs(value) < NEXT_TO_NOTHING ? 2 : 4;
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    if (rounded.signum() == 0) {
      return "0";
    }
    int power = exponent(rounded);
    return power >= SMALLEST_PLAIN && power < LARGEST_PLAIN
        ? rounded.toPlainString()
        : rounded.movePointRight(-power).toPlainString() + "e" + power;
  }

  private static int exponent(BigDecimal number) {
    return number.precision() - number.scale() - 1;
  }
}
