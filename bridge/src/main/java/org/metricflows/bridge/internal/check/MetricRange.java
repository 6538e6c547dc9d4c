package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * Between what the background's eigenvalues are, in absolute value.
 *
 * @param smallest over all points
 * @param condition the largest ratio of two at one point
 */
record MetricRange(double smallest, double condition) {

  static MetricRange of(FieldMetric metric, double[][] points) {
    int d = metric.dimension();
    double smallest = Double.POSITIVE_INFINITY;
    double condition = 1;
    for (double[] x : points) {
      List<DerivativeStructure> g = metric.backgroundAt(x, 0);
      double[][] matrix = new double[d][d];
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          matrix[i][j] = g.get(metric.ansatz().component(i, j)).getValue();
        }
      }
      double[] sizes =
          Arrays.stream(
                  new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(matrix))
                      .getEigenvalues())
              .map(Math::abs)
              .sorted()
              .toArray();
      smallest = Math.min(smallest, sizes[0]);
      condition = Math.max(condition, sizes[d - 1] / sizes[0]);
    }
    return new MetricRange(smallest, condition);
  }
}
