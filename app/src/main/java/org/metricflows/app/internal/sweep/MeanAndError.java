package org.metricflows.app.internal.sweep;

/**
 * The mean of n numbers and its standard error s/√n, s² = Σ (v − mean)²/(n−1).
 *
 * @param mean NaN of no numbers
 * @param standardError NaN of fewer than two
 * @param count n
 */
public record MeanAndError(double mean, double standardError, int count) {

  /** Of the numbers given, in their order. */
  public static MeanAndError of(double... values) {
    int n = values.length;
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / n;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double error = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
    return new MeanAndError(mean, error, n);
  }
}
