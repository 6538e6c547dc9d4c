package org.metricflows.numeric.internal.network;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.numeric.internal.simd.MatrixProduct;

/** Coordinates as inputs: first derivatives of the first layer's outputs are its weights. */
final class CoordinateInlet extends Inlet {

  private final CoordinateInputs inputs;
  private final JetSpace basis;
  private final double[] rows;
  private double[] sums = new double[0];

  CoordinateInlet(CoordinateInputs inputs, MatrixProduct product, int capacity) {
    super(product);
    this.inputs = inputs;
    this.basis = inputs.basis();
    this.rows = new double[capacity * inputs.inputs()];
  }

  @Override
  boolean flat() {
    return true;
  }

  @Override
  void take(int[] points, int from, int count) {
    this.count = count;
    inputs.fill(points, from, count, rows);
  }

  @Override
  void forward(ScaledLayer first, boolean truncated, double[] z) {
    int n = first.outputs;
    start(first, count, truncated ? 1 : basis.size(), z);
    product.multiplyAdd(false, count, rows, 0, first.inputs, first.forward, z, 0, n);
    for (int i = 0; i < basis.firsts(); i++) {
      for (int p = 0; p < count; p++) {
        System.arraycopy(first.columns, i * n, z, (basis.index(i) * count + p) * n, n);
      }
    }
  }

  @Override
  void reverse(ScaledLayer first, double[] adjoint, double[] gradient) {
    int n = first.outputs;
    int d = first.inputs;
    product.multiplyAdd(
        true, false, n, d, count, adjoint, 0, n, rows, 0, d, gradient, first.weightOffset, d);
    addRows(adjoint, 0, count, n, gradient, first.biasOffset);
    if (sums.length < n) {
      sums = new double[n];
    }
    for (int i = 0; i < basis.firsts(); i++) {
      Arrays.fill(sums, 0, n, 0);
      addRows(adjoint, basis.index(i) * count * n, count, n, sums, 0);
      for (int o = 0; o < n; o++) {
        gradient[first.weightOffset + o * d + i] += sums[o];
      }
    }
  }

  @Override
  void reverseRows(ScaledLayer first, double[] adjoint, double[] target, int at, int stride) {
    int n = first.outputs;
    int d = first.inputs;
    for (int p = 0; p < count; p++) {
      addPoint(first, 1, p, adjoint, rows, target, at + p * stride);
      for (int i = 0; i < basis.firsts(); i++) {
        int from = (basis.index(i) * count + p) * n;
        for (int o = 0; o < n; o++) {
          target[at + p * stride + first.weightOffset + o * d + i] += adjoint[from + o];
        }
      }
    }
  }
}
