package org.metricflows.app.internal.plot;

import java.util.Arrays;

/**
 * How many numbers lie in each of a row of equal bins; of logarithmic ones, bins of equal factors.
 *
 * @param edges of the bins, one more than there are
 * @param counts in each; a number on an inner edge counts above it
 */
@SuppressWarnings("ArrayRecordComponent") // read by the writers of figures alone
public record Histogram(double[] edges, double[] counts) {

  /**
   * Counts numbers between two bounds.
   *
   * @param bins how many
   * @param axis on which the bins are equal
   * @param low the first edge
   * @param high the last edge; a number there counts in the last bin
   */
  public static Histogram of(double[] values, int bins, Axis axis, double low, double high) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return of(values, ones, bins, axis, low, high);
  }

  /** The same where each number counts as much as its weight says. */
  public static Histogram of(
      double[] values, double[] weights, int bins, Axis axis, double low, double high) {
    double from = axis.position(low);
    double width = (axis.position(high) - from) / bins;
    double[] edges = new double[bins + 1];
    for (int k = 0; k <= bins; k++) {
      double position = from + k * width;
      edges[k] = axis.logarithmic() ? Math.pow(10, position) : position;
    }
    double[] counts = new double[bins];
    for (int i = 0; i < values.length; i++) {
      if (axis.shows(values[i]) && values[i] >= low && values[i] <= high) {
        int bin = (int) Math.floor((axis.position(values[i]) - from) / width);
        counts[Math.max(0, Math.min(bins - 1, bin))] += weights[i];
      }
    }
    return new Histogram(edges, counts);
  }

  /** The same with heights that are shares of the whole. */
  public Histogram shares() {
    double sum = Arrays.stream(counts).sum();
    return new Histogram(edges, Arrays.stream(counts).map(count -> count / sum).toArray());
  }

  /** As a curve of a figure. */
  public Series toSeries(String name) {
    return Series.columns(name, edges, counts);
  }
}
