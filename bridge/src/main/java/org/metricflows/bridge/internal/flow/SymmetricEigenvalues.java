package org.metricflows.bridge.internal.flow;

import org.metricflows.numeric.internal.batch.SymmetricIndex;
import org.metricflows.numeric.internal.hermitian.Eigenvalues;

/** Eigenvalues of symmetric matrices given by columns of independent components. */
final class SymmetricEigenvalues {
  private final SymmetricIndex index;

  SymmetricEigenvalues(int dimension) {
    this.index = new SymmetricIndex(dimension);
  }

  /** The matrix at one point of {@code [component][point]}. */
  double[][] matrix(double[][] metric, int point) {
    return index.matrix(metric, point);
  }

  /** The eigenvalues at one point, largest first; NaNs if an entry is not finite. */
  double[] at(double[][] metric, int point) {
    return Eigenvalues.of(matrix(metric, point));
  }

  /** The smallest at one point. */
  double smallest(double[][] metric, int point) {
    if (index.dimension() == 1) {
      return metric[0][point];
    }
    if (index.dimension() == 2) {
      double mean = 0.5 * (metric[0][point] + metric[2][point]);
      double half = 0.5 * (metric[0][point] - metric[2][point]);
      return mean - Math.hypot(half, metric[1][point]);
    }
    return at(metric, point)[index.dimension() - 1];
  }

  /** The smallest over all points. */
  double smallest(double[][] metric) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int p = 0; p < metric[0].length; p++) {
      smallest = Math.min(smallest, smallest(metric, p));
    }
    return smallest;
  }

  /** The point at which the smallest eigenvalue is smallest. */
  int whereSmallest(double[][] metric) {
    int best = 0;
    for (int p = 1; p < metric[0].length; p++) {
      if (!(smallest(metric, p) >= smallest(metric, best))) {
        best = p;
      }
    }
    return best;
  }
}
