package org.metricflows.numeric.internal.kernel;

import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.batch.SymmetricIndex;
import org.metricflows.numeric.internal.network.ChartInputs;

/**
 * A kernel of what a network takes for inputs, as one of the chart's coordinates: Θ(φ(x), φ(x')),
 * with derivatives by the chain rule,
 *
 * <pre>
 *   ∂_i Θ = φ^a_i ∂_a Θ,   ∂_ij Θ = φ^a_ij ∂_a Θ + φ^a_i φ^b_j ∂_ab Θ
 * </pre>
 *
 * in each argument.
 *
 * @param inputs φ
 * @param kernel Θ over inputs
 */
public record ComposedKernel(ChartInputs inputs, JetKernel kernel) implements JetKernel {

  @Override
  public KernelMatrix matrix(double[][] points, int order, double[][] others, int otherOrder) {
    double[][] left = inputs.values(points);
    double[][] right = points == others ? left : inputs.values(others);
    KernelMatrix outer = kernel.matrix(left, order, right, otherOrder);
    Chain rows = new Chain(inputs, points, order);
    Chain columns = new Chain(inputs, others, otherOrder);
    int n = points.length;
    int m = others.length;
    double[] entries =
        new double[Math.multiplyExact(rows.inner.size() * n, columns.inner.size() * m)];
    double[] half = new double[rows.inner.size() * columns.outer.size()];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < m; b++) {
        pullBack(outer, rows, columns, a, b, half, entries);
      }
    }
    return new KernelMatrix(
        rows.inner.size() * n, columns.inner.size() * m, entries, outer.errorEstimate());
  }

  private static void pullBack(
      KernelMatrix outer,
      Chain rows,
      Chain columns,
      int a,
      int b,
      double[] half,
      double[] entries) {
    int n = rows.points;
    int m = columns.points;
    int wide = columns.outer.size();
    for (int i = 0; i < rows.inner.size(); i++) {
      for (int q = 0; q < wide; q++) {
        double sum = 0;
        for (int p = 0; p < rows.outer.size(); p++) {
          double slope = rows.slopes[a][i][p];
          if (slope != 0) {
            sum += slope * outer.get(p * n + a, q * m + b);
          }
        }
        half[i * wide + q] = sum;
      }
    }
    for (int i = 0; i < rows.inner.size(); i++) {
      for (int j = 0; j < columns.inner.size(); j++) {
        double sum = 0;
        for (int q = 0; q < wide; q++) {
          sum += half[i * wide + q] * columns.slopes[b][j][q];
        }
        entries[(i * n + a) * columns.inner.size() * m + j * m + b] = sum;
      }
    }
  }

  /** Derivatives by the coordinates in terms of those by the inputs, at points. */
  private static final class Chain {
    final JetSpace inner;
    final JetSpace outer;
    final int points;

    /** {@code [point][by coordinates][by inputs]}. */
    final double[][][] slopes;

    Chain(ChartInputs inputs, double[][] points, int order) {
      this.inner = new JetSpace(inputs.dimension(), order);
      this.outer = new JetSpace(inputs.count(), order);
      this.points = points.length;
      this.slopes = new double[points.length][][];
      for (int p = 0; p < points.length; p++) {
        slopes[p] = slopes(inputs.jets(points[p], inner));
      }
    }

    /**
     * @param jets of the inputs, {@code [coefficient · inputs + input]}
     */
    private double[][] slopes(double[] jets) {
      double[][] slopes = new double[inner.size()][outer.size()];
      slopes[0][0] = 1;
      int n = outer.dimension();
      for (int c = 1; c < inner.size(); c++) {
        System.arraycopy(jets, c * n, slopes[c], 1, n);
      }
      int d = inner.dimension();
      for (int i = 0; i < d && inner.order() == 2; i++) {
        for (int j = i; j < d; j++) {
          double[] row = slopes[inner.index(i, j)];
          for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
              row[1 + n + new SymmetricIndex(n).of(Math.min(a, b), Math.max(a, b))] +=
                  jets[inner.index(i) * n + a] * jets[inner.index(j) * n + b];
            }
          }
        }
      }
      return slopes;
    }
  }
}
