package org.metricflows.bridge.internal.flow;

import java.util.Arrays;
import java.util.function.Function;
import org.metricflows.numeric.internal.kernel.JetKernel;
import org.metricflows.numeric.internal.kernel.KernelMatrix;

/**
 * Outputs under a frozen kernel, f_c(x) = Σ_b Σ_β ∂_x'^β Θ(x, x_b) S_c,βb, by their sources.
 *
 * @param sample x_b, {@code [point][coordinate]}
 * @param readOrder the highest |β|
 * @param sources a state ↦ S, {@code [output][β·N + b]}
 */
record KernelField(
    JetKernel kernel, double[][] sample, int readOrder, Function<double[], double[][]> sources)
    implements OutputField {
  private static final int PIECE = 256;

  @Override
  public double[][] jets(double[] state, double[][] points, int order) {
    double[][] given = sources.apply(state);
    double[][] columns = null;
    for (int from = 0; from < points.length; from += PIECE) {
      int count = Math.min(PIECE, points.length - from);
      double[][] some = Arrays.copyOfRange(points, from, from + count);
      KernelMatrix rows = kernel.matrix(some, order, sample, readOrder);
      int size = rows.rows() / count;
      if (columns == null) {
        columns = new double[given.length * size][points.length];
      }
      for (int row = 0; row < rows.rows(); row++) {
        for (int c = 0; c < given.length; c++) {
          columns[c * size + row / count][from + row % count] = product(rows, row, given[c]);
        }
      }
    }
    return columns;
  }

  private static double product(KernelMatrix rows, int row, double[] sources) {
    double sum = 0;
    for (int k = 0; k < sources.length; k++) {
      sum += rows.get(row, k) * sources[k];
    }
    return sum;
  }
}
