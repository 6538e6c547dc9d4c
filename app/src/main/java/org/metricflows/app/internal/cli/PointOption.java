package org.metricflows.app.internal.cli;

import java.util.Arrays;
import java.util.List;
import org.metricflows.bridge.internal.graph.Constants;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.door.ExpressionParser;

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
      double value = constant(cell.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    }
    throw new BadInputException(
        option
            + " must be finite numbers or constants such as Pi/2 with commas between them, but is '"
            + text
            + "'");
  }

  /** A constant such as {@code Pi/2} or {@code 1/3}; not a number where it is none. */
  private static double constant(String cell) {
    if (!cell.matches("[-+*/^() 0-9A-Za-z.]+")) {
      return Double.NaN;
    }
    try {
      return Constants.valueOf(ExpressionParser.of(List.of()).parse("", cell));
    } catch (InputException e) {
      return Double.NaN;
    }
  }
}
