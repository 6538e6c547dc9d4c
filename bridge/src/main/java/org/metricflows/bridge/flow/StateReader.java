package org.metricflows.bridge.flow;

import java.util.Map;

/** Reads the metric and records off the states of a flow. */
interface StateReader {

  /** The key of the metric at the sample points. */
  String AT_POINTS = "metric_at_points";

  /** The key of the metric at the test points. */
  String AT_TEST_POINTS = "metric_at_test_points";

  /** What a record carries besides its time, in the order in which it is written. */
  Map<String, Object> observe(double time, double[] y);

  /** g at the sample points: {@code [component][point]}. */
  double[][] sampleMetric(double[] y);

  /** The sample points: {@code [point][coordinate]}. */
  double[][] samplePoints();

  /** The number of coordinates. */
  int dimension();

  /** What else a result carries, from the last state. */
  default Map<String, Object> extras(double[] last) {
    return Map.of();
  }

  /** Columns to rows. */
  static double[][] rows(double[][] columns) {
    double[][] rows = new double[columns[0].length][columns.length];
    for (int p = 0; p < rows.length; p++) {
      for (int c = 0; c < columns.length; c++) {
        rows[p][c] = columns[c][p];
      }
    }
    return rows;
  }
}
