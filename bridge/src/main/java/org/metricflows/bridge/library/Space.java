package org.metricflows.bridge.library;

import java.util.Arrays;

/**
 * Where a flow looks at a metric: weighted points of a chart. Implement it for a measure of yours.
 */
public interface Space {

  /** The coordinates of the points. */
  Chart chart();

  /** {@code [point][coordinate]}. */
  double[][] points();

  /** One a point, not negative: the measure is Σ_a w_a δ(x − x_a). */
  double[] weights();

  /** Given points. Arrays are copied in and out. */
  static Space of(Chart chart, double[][] points, double[] weights) {
    double[][] kept = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
    double[] keptWeights = weights.clone();
    return new Space() {
      @Override
      public Chart chart() {
        return chart;
      }

      @Override
      public double[][] points() {
        return Arrays.stream(kept).map(double[]::clone).toArray(double[][]::new);
      }

      @Override
      public double[] weights() {
        return keptWeights.clone();
      }
    };
  }
}
