package org.metricflows.bridge.flow;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Metrics at points as they stand in records: arrays when fresh, lists when read back. */
final class MetricRows {

  private MetricRows() {}

  /** {@code [point][component]} from an entry of a record. */
  static double[][] of(Object entry) {
    if (entry instanceof double[][] rows) {
      return rows;
    }
    return ((List<?>) entry).stream().map(MetricRows::row).toArray(double[][]::new);
  }

  private static double[] row(Object row) {
    if (row instanceof double[] numbers) {
      return numbers;
    }
    return ((List<?>) row)
        .stream().mapToDouble(x -> x == null ? Double.NaN : ((Number) x).doubleValue()).toArray();
  }

  /** All numbers, the last index running fastest. */
  static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(DoubleStream::of).toArray();
  }

  /** All numbers, the last index running fastest. */
  static double[] flat(double[][][] boxes) {
    return Arrays.stream(boxes).flatMapToDouble(rows -> DoubleStream.of(flat(rows))).toArray();
  }
}
