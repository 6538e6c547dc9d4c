package org.metricflows.numeric.internal.network;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.series.SeriesAlgebra;
import org.metricflows.numeric.internal.simd.MatrixProduct;

/**
 * One thread's way forward with a block of series: rows {@code [coefficient · count +
 * point][neuron]}, through layers by matrix products and through σ as series.
 *
 * <p>Along a tangent ż of the parameters, σ(z) moves by σ′(z) ż, a product of series.
 */
final class SeriesTape {

  private final SeriesInputs inputs;
  private final SeriesAlgebra algebra;
  private final ColumnMap derivatives;
  private final MatrixProduct product = new MatrixProduct();
  private final double[] features;
  private final double[] slope;

  /** z and ż of one layer, h and ḣ that go into the next. */
  private final double[] z;

  private final double[] zTangent;
  private final double[] h;
  private final double[] hTangent;

  private final double[][] sigma;
  private int count;

  SeriesTape(
      NetworkShape shape,
      Activation activation,
      SeriesInputs inputs,
      int capacity,
      boolean linearised) {
    this.inputs = inputs;
    this.algebra = new SeriesAlgebra(inputs.space());
    int highest = SeriesAlgebra.HIGHEST + (linearised ? 1 : 0);
    this.derivatives = activation.derivatives(highest);
    int widest = shape.outputsPerNetwork();
    for (int width : shape.hidden()) {
      widest = Math.max(widest, width);
    }
    int rows = inputs.space().size() * capacity;
    features = new double[rows * inputs.inputs()];
    z = new double[rows * widest];
    h = new double[rows * widest];
    zTangent = new double[linearised ? z.length : 0];
    hTangent = new double[zTangent.length];
    slope = new double[zTangent.length];
    sigma = new double[highest + 1][capacity * widest];
  }

  /** Takes a block of points. */
  void take(int from, int count) {
    this.count = count;
    inputs.fill(from, count, features);
  }

  /**
   * The outputs at the block, as rows that hold until the next call.
   *
   * @param change of the parameters of a linearised network, or null
   */
  double[] forward(ScaledLayer[] layers, ScaledLayer[] change) {
    double[] input = features;
    for (int l = 0; l < layers.length; l++) {
      affine(layers[l], input, z);
      if (change != null) {
        affine(change[l], input, zTangent);
        if (l > 0) {
          multiply(layers[l], hTangent, zTangent);
        }
      }
      if (l + 1 < layers.length) {
        activate(count * layers[l].outputs, change != null);
        input = h;
      }
    }
    if (change != null) {
      int numbers = inputs.space().size() * count * layers[layers.length - 1].outputs;
      for (int i = 0; i < numbers; i++) {
        z[i] += zTangent[i];
      }
    }
    return z;
  }

  private void affine(ScaledLayer layer, double[] in, double[] out) {
    Inlet.start(layer, count, inputs.space().size(), out);
    multiply(layer, in, out);
  }

  private void multiply(ScaledLayer layer, double[] in, double[] out) {
    int rows = inputs.space().size() * count;
    product.multiplyAdd(false, rows, in, 0, layer.inputs, layer.forward, out, 0, layer.outputs);
  }

  private void activate(int run, boolean linearised) {
    derivatives.apply(new double[][] {z}, new int[1], sigma, new int[sigma.length], run);
    if (linearised) {
      algebra.compose(Arrays.copyOfRange(sigma, 1, sigma.length), z, slope, run);
      algebra.multiply(slope, zTangent, hTangent, run);
    }
    algebra.compose(sigma, z, h, run);
  }
}
