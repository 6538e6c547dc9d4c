package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.simd.MatrixProduct;

/** Feature jets as inputs: the first layer is a layer like the others. */
final class JetInlet extends Inlet {

  private final FeatureJets inputs;
  private final int coefficients;
  private final double[] rows;

  JetInlet(FeatureJets inputs, MatrixProduct product, int capacity) {
    super(product);
    this.inputs = inputs;
    this.coefficients = inputs.basis().size();
    this.rows = new double[coefficients * capacity * inputs.inputs()];
  }

  @Override
  boolean flat() {
    return false;
  }

  @Override
  void take(int[] points, int from, int count) {
    this.count = count;
    inputs.fill(points, from, count, rows);
  }

  @Override
  void forward(ScaledLayer first, boolean truncated, double[] z) {
    int n = first.outputs;
    start(first, count, coefficients, z);
    product.multiplyAdd(false, coefficients * count, rows, 0, first.inputs, first.forward, z, 0, n);
  }

  @Override
  void reverse(ScaledLayer first, double[] adjoint, double[] gradient) {
    int n = first.outputs;
    int d = first.inputs;
    int all = coefficients * count;
    product.multiplyAdd(
        true, false, n, d, all, adjoint, 0, n, rows, 0, d, gradient, first.weightOffset, d);
    addRows(adjoint, 0, count, n, gradient, first.biasOffset);
  }

  @Override
  void reverseRows(ScaledLayer first, double[] adjoint, double[] target, int at, int stride) {
    for (int p = 0; p < count; p++) {
      addPoint(first, coefficients, p, adjoint, rows, target, at + p * stride);
    }
  }
}
