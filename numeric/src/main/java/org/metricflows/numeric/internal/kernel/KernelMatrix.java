package org.metricflows.numeric.internal.kernel;

/**
 * A dense matrix of kernel derivatives.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param values row-major entries
 * @param errorEstimate relative error that quadrature leaves in the kernels and their derivatives,
 *     each relative to the largest of the same orders; zero for closed forms
 */
@SuppressWarnings("ArrayRecordComponent") // freshly made for the caller, who owns it
public record KernelMatrix(int rows, int columns, double[] values, double errorEstimate) {

  public double get(int row, int column) {
    return values[row * columns + column];
  }
}
