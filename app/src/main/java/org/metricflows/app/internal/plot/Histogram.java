package org.metricflows.app.internal.plot;

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
    double from = axis.position(low);
    double width = (axis.position(high) - from) / bins;
    double[] edges = new double[bins + 1];
    for (int k = 0; k <= bins; k++) {
      double position = from + k * width;
      edges[k] = axis.logarithmic() ? Math.pow(10, position) : position;
    }
    double[] counts = new double[bins];
    for (double value : values) {
      if (axis.shows(value) && value >= low && value <= high) {
        int bin = (int) Math.floor((axis.position(value) - from) / width);
        counts[Math.max(0, Math.min(bins - 1, bin))]++;
      }
    }
    return new Histogram(edges, counts);
  }

  /** As a curve of a figure. */
  public Series toSeries(String name) {
    return Series.columns(name, edges, counts);
  }
}
