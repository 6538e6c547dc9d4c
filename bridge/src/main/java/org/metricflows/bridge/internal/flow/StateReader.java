package org.metricflows.bridge.internal.flow;

import java.util.Map;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.numeric.internal.flow.FlowRecord;

/** Reads the metric and records off the states of a flow. */
interface StateReader {

  /** What a record carries besides its time, in the order in which it is written. */
  Observations<FlowRecord> observations();

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
