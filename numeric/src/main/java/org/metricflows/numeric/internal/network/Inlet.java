package org.metricflows.numeric.internal.network;

import java.util.Arrays;
import org.metricflows.numeric.internal.simd.MatrixProduct;

/** How a block of inputs enters the first layer of a network, and how adjoints leave it. */
abstract sealed class Inlet permits CoordinateInlet, JetInlet {

  final MatrixProduct product;
  JetArithmetic arithmetic = JetArithmetic.SCALAR;

  /** Points of the block. */
  int count;

  Inlet(MatrixProduct product) {
    this.product = product;
  }

  static Inlet of(NetworkInputs inputs, MatrixProduct product, int capacity) {
    if (inputs instanceof CoordinateInputs coordinates) {
      return new CoordinateInlet(coordinates, product, capacity);
    }
    return new JetInlet((FeatureJets) inputs, product, capacity);
  }

  /** Whether second derivatives of the inputs are zero. */
  abstract boolean flat();

  /** Takes the next block of points. */
  abstract void take(int[] points, int from, int count);

  /**
   * Sets the first layer's outputs z, rows {@code [coefficient · count + point][neuron]}.
   *
   * @param truncated whether second derivatives that are zero may be left out
   */
  abstract void forward(ScaledLayer first, boolean truncated, double[] z);

  /** Adds the derivatives by the first layer's scaled parameters, given those by its outputs. */
  abstract void reverse(ScaledLayer first, double[] adjoint, double[] gradient);

  /** As {@link #reverse}, for each point by itself, to {@code at + p · stride} and what follows. */
  abstract void reverseRows(ScaledLayer first, double[] adjoint, double[] rows, int at, int stride);

  /**
   * Adds one point's derivatives by a layer's scaled parameters, Σ_c z̄_c hᵀ_c and z̄₀.
   *
   * @param z derivatives by the layer's outputs
   * @param h the layer's inputs
   * @param at where the point's parameters begin
   */
  final void addPoint(
      ScaledLayer layer, int coefficients, int p, double[] z, double[] h, double[] rows, int at) {
    int m = layer.outputs;
    int n = layer.inputs;
    int weights = at + layer.weightOffset;
    product.multiplyAdd(
        true,
        false,
        m,
        n,
        coefficients,
        z,
        p * m,
        count * m,
        h,
        p * n,
        count * n,
        rows,
        weights,
        n);
    arithmetic.add(z, p * m, rows, at + layer.biasOffset, m);
  }

  /** Biases in the rows of values, zeros in the rows of derivatives. */
  static void start(ScaledLayer layer, int count, int coefficients, double[] z) {
    int n = layer.outputs;
    for (int p = 0; p < count; p++) {
      System.arraycopy(layer.biases, 0, z, p * n, n);
    }
    Arrays.fill(z, count * n, coefficients * count * n, 0);
  }

  /** Adds up rows of z. */
  final void addRows(double[] z, int from, int rows, int n, double[] sum, int at) {
    for (int p = 0; p < rows; p++) {
      arithmetic.add(z, from + p * n, sum, at, n);
    }
  }
}
