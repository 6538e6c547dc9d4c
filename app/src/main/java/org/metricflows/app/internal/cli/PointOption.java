package org.metricflows.app.internal.cli;

import java.util.Arrays;

/** Reads points from options: {@code X,Y,…}. */
final class PointOption {
  private PointOption() {}

  /**
   * The point an option names.
   *
   * @param option the option, for messages
   * @param text numbers with commas between them
   * @param dimension how many numbers there must be
   * @throws BadInputException if it is anything else
   */
  static double[] parse(String option, String text, int dimension) {
    double[] point =
        Arrays.stream(text.split(",", -1))
            .mapToDouble(cell -> number(option, text, cell))
            .toArray();
    if (point.length != dimension) {
      throw new BadInputException(
          option
              + " must be "
              + dimension
              + (dimension == 1 ? " number" : " numbers with commas between them")
              + ", but is '"
              + text
              + "'");
    }
    return point;
  }

  /** How many numbers a text has. */
  static int dimension(String text) {
    return text.split(",", -1).length;
  }

  private static double number(String option, String text, String cell) {
    try {
      double value = Double.parseDouble(cell.strip());
      if (Double.isFinite(value) && !cell.strip().matches(".*[dDfFxX]")) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below, like a number that is not finite
    }
    throw new BadInputException(
        option + " must be finite numbers with commas between them, but is '" + text + "'");
  }
}
