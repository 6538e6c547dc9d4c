package org.metricflows.numeric.internal.variety;

import java.util.function.IntToDoubleFunction;

/**
 * A number estimated from random points.
 *
 * @param value the estimate
 * @param error its standard error; infinite where there is only one line of points
 */
public record Estimate(double value, double error) {

  /**
   * Σa/Σb with the standard error of a ratio. Points of one line are correlated, so that sums over
   * lines, not points, count as independent.
   *
   * @param line which line each point came from; points of one line stand together
   */
  static Estimate ratio(int[] line, IntToDoubleFunction a, IntToDoubleFunction b) {
    double sumA = sum(line.length, a);
    double sumB = sum(line.length, b);
    double ratio = sumA / sumB;
    return of(ratio, line, i -> (a.applyAsDouble(i) - ratio * b.applyAsDouble(i)) / sumB);
  }

  /** The mean of independent numbers. */
  public static Estimate ofMean(double... values) {
    int n = values.length;
    double mean = sum(n, i -> values[i]) / n;
    double squares = sum(n, i -> (values[i] - mean) * (values[i] - mean));
    double error = n > 1 ? Math.sqrt(squares / (n * (n - 1.0))) : Double.POSITIVE_INFINITY;
    return new Estimate(mean, error);
  }

  /**
   * The sum of what each point adds to it, where that is 0 in the mean.
   *
   * @param line which line each point came from; points of one line stand together
   */
  public static Estimate ofSum(int[] line, IntToDoubleFunction part) {
    return of(sum(line.length, part), line, part);
  }

  /**
   * A statistic and what each point adds to its deviation, to first order.
   *
   * @param influence sums to 0 over all points
   */
  static Estimate of(double value, int[] line, IntToDoubleFunction influence) {
    int lines = 0;
    double squares = 0;
    for (int i = 0; i < line.length; lines++) {
      double sum = 0;
      int current = line[i];
      for (; i < line.length && line[i] == current; i++) {
        sum += influence.applyAsDouble(i);
      }
      squares += sum * sum;
    }
    double error =
        lines > 1 ? Math.sqrt(squares * lines / (lines - 1.0)) : Double.POSITIVE_INFINITY;
    return new Estimate(value, error);
  }

  static double sum(int count, IntToDoubleFunction term) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += term.applyAsDouble(i);
    }
    return sum;
  }

  /** This number divided into a constant. */
  Estimate under(double constant) {
    double quotient = constant / value;
    return new Estimate(quotient, error * Math.abs(quotient / value));
  }

  /** A multiple of this number. */
  public Estimate times(double factor) {
    return new Estimate(value * factor, error * Math.abs(factor));
  }
}
