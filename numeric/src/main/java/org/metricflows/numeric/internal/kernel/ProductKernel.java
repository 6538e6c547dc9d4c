package org.metricflows.numeric.internal.kernel;

import org.metricflows.numeric.internal.batch.JetSpace;

/**
 * A kernel that is a product of functions of the coordinates' differences, Π_i h_i(x_i − x'_i),
 * with its derivatives ∂_x^α ∂_x'^β = Π_i (−1)^{β_i} h_i^{(α_i+β_i)}.
 *
 * @param dimension number of coordinates
 * @param factors h_i
 */
public record ProductKernel(int dimension, Factors factors) implements JetKernel {

  /** Two derivatives by each point. */
  private static final int HIGHEST = 4;

  /** The functions h_i. */
  @FunctionalInterface
  public interface Factors {
    /**
     * h_i with its derivatives.
     *
     * @param s the coordinates' difference
     * @param h receives h_i(s), h_i'(s), … up to the fourth derivative
     */
    void at(int axis, double s, double[] h);
  }

  @Override
  public KernelMatrix matrix(double[][] points, int order, double[][] others, int otherOrder) {
    int[][] left = derivatives(new JetSpace(dimension, order));
    int[][] right = derivatives(new JetSpace(dimension, otherOrder));
    int rows = left.length * points.length;
    int columns = right.length * others.length;
    double[] values = new double[Math.multiplyExact(rows, columns)];
    double[][] factor = new double[dimension][HIGHEST + 1];
    for (int a = 0; a < points.length; a++) {
      for (int b = 0; b < others.length; b++) {
        for (int i = 0; i < dimension; i++) {
          factors.at(i, points[a][i] - others[b][i], factor[i]);
        }
        for (int alpha = 0; alpha < left.length; alpha++) {
          for (int beta = 0; beta < right.length; beta++) {
            int at = (alpha * points.length + a) * columns + beta * others.length + b;
            values[at] = product(factor, left[alpha], right[beta]);
          }
        }
      }
    }
    return new KernelMatrix(rows, columns, values, 0);
  }

  private static double product(double[][] factor, int[] left, int[] right) {
    double value = 1;
    for (int i = 0; i < factor.length; i++) {
      double derivative = factor[i][left[i] + right[i]];
      value *= right[i] % 2 == 0 ? derivative : -derivative;
    }
    return value;
  }

  /** How often each coefficient of a jet is differentiated along each axis. */
  private static int[][] derivatives(JetSpace space) {
    int d = space.dimension();
    int[][] counts = new int[space.size()][d];
    for (int i = 0; i < d && space.order() >= 1; i++) {
      counts[space.index(i)][i]++;
      for (int j = i; j < d && space.order() >= 2; j++) {
        counts[space.index(i, j)][i]++;
        counts[space.index(i, j)][j]++;
      }
    }
    return counts;
  }
}
