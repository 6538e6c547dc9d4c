package org.metricflows.app.internal.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.metricflows.numeric.internal.variety.Estimate;

/** Numbers as a person reads them. */
final class Numbers {
  private Numbers() {}

  /** Twelve significant digits, trailing zeros dropped. */
  static String text(double value) {
    return trimmed(String.format(Locale.ROOT, "%.12g", value));
  }

  /** Five significant digits. */
  static String brief(double value) {
    return trimmed(String.format(Locale.ROOT, "%.5g", value));
  }

  /** Two significant digits. */
  static String rough(double value) {
    return trimmed(String.format(Locale.ROOT, "%.2g", value));
  }

  /** A number to the two digits of its error that count: {@code 0.00312 +- 0.00014}. */
  static String withError(Estimate estimate) {
    double error = estimate.error();
    if (!(error > 0) || Double.isInfinite(error)) {
      return text(estimate.value()) + (error == 0 ? "" : " +- unknown");
    }
    int digits = 1 - (int) Math.floor(Math.log10(error));
    return rounded(estimate.value(), digits) + " +- " + rounded(error, digits);
  }

  private static String rounded(double value, int digits) {
    return digits > 12 || digits < 0
        ? brief(value)
        : new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String trimmed(String text) {
    int exponent = text.indexOf('e');
    String digits = exponent < 0 ? text : text.substring(0, exponent);
    String power = exponent < 0 ? "" : text.substring(exponent);
    if (digits.contains(".")) {
      digits = digits.replaceFirst("0+$", "").replaceFirst("\\.$", "");
    }
    return digits.equals("0") || digits.equals("-0") ? "0" : digits + power;
  }
}
