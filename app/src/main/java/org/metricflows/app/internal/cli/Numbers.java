package org.metricflows.app.internal.cli;

import java.util.Locale;

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
