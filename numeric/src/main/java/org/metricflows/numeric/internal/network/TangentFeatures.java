package org.metricflows.numeric.internal.network;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.simd.MatrixProduct;
import org.metricflows.numeric.internal.simd.PackedMatrix;

/**
 * What the parameter derivatives of one network are made of at a block of points: for each layer
 * its inputs h, and for each hidden layer δ_c = ∂f_c/∂z. The derivative by a (scaled) weight is
 * their product, so gradients themselves are never formed.
 */
final class TangentFeatures {

  final int first;
  final int count;

  /** For each layer its inputs {@code [point][neuron]}. */
  final double[][] inputs;

  /** For each hidden layer the slopes {@code [output · count + point][neuron]}. */
  final double[][] slopes;

  /** Transposes of the inputs, as right factors. */
  final PackedMatrix[] packedInputs;

  /** Transposes of the slopes, as right factors. */
  final PackedMatrix[] packedSlopes;

  private final JetArithmetic arithmetic;

  private TangentFeatures(int first, int count, int layers, JetArithmetic arithmetic) {
    this.arithmetic = arithmetic;
    this.first = first;
    this.count = count;
    inputs = new double[layers][];
    slopes = new double[layers - 1][];
    packedInputs = new PackedMatrix[layers];
    packedSlopes = new PackedMatrix[layers - 1];
  }

  /**
   * Features of points {@code first … first + count − 1}.
   *
   * @param layers loaded with θ
   * @param derivative the map z ↦ (σ, σ′)
   * @param readOut the last layer's scaled weights, {@code [output][neuron]}
   */
  static TangentFeatures of(
      ScaledLayer[] layers,
      ColumnMap derivative,
      double[] readOut,
      double[][] points,
      int first,
      int count,
      JetArithmetic arithmetic) {
    TangentFeatures features = new TangentFeatures(first, count, layers.length, arithmetic);
    MatrixProduct product = new MatrixProduct();
    double[][] sigmas = features.forward(layers, derivative, points, product);
    features.backward(layers, sigmas, readOut, product);
    features.pack(layers);
    return features;
  }

  /** Sets the inputs of all layers and returns σ′ of all hidden ones. */
  private double[][] forward(
      ScaledLayer[] layers, ColumnMap derivative, double[][] points, MatrixProduct product) {
    int d = layers[0].inputs;
    inputs[0] = new double[count * d];
    for (int p = 0; p < count; p++) {
      System.arraycopy(points[first + p], 0, inputs[0], p * d, d);
    }
    double[][] sigmas = new double[slopes.length][];
    int[] zero = new int[2];
    for (int l = 0; l < slopes.length; l++) {
      ScaledLayer layer = layers[l];
      int n = layer.outputs;
      double[] z = new double[count * n];
      for (int p = 0; p < count; p++) {
        System.arraycopy(layer.biases, 0, z, p * n, n);
      }
      product.multiplyAdd(false, count, inputs[l], 0, layer.inputs, layer.forward, z, 0, n);
      inputs[l + 1] = new double[z.length];
      sigmas[l] = new double[z.length];
      double[][] out = {inputs[l + 1], sigmas[l]};
      derivative.apply(new double[][] {z}, zero, out, zero, z.length);
    }
    return sigmas;
  }

  private void backward(
      ScaledLayer[] layers, double[][] sigmas, double[] readOut, MatrixProduct product) {
    int outputs = layers[layers.length - 1].outputs;
    for (int l = slopes.length - 1; l >= 0; l--) {
      int n = layers[l].outputs;
      int run = count * n;
      double[] slope = new double[outputs * run];
      if (l == slopes.length - 1) {
        for (int row = 0; row < outputs * count; row++) {
          System.arraycopy(readOut, row / count * n, slope, row * n, n);
        }
      } else {
        ScaledLayer next = layers[l + 1];
        product.multiplyAdd(
            false, count * outputs, slopes[l + 1], 0, next.outputs, next.reverse, slope, 0, n);
      }
      for (int c = 0; c < outputs; c++) {
        arithmetic.multiply(slope, c * run, sigmas[l], 0, slope, c * run, run);
      }
      slopes[l] = slope;
    }
  }

  private void pack(ScaledLayer[] layers) {
    int outputs = layers[layers.length - 1].outputs;
    for (int l = 0; l < layers.length; l++) {
      int n = layers[l].inputs;
      packedInputs[l] = new PackedMatrix();
      packedInputs[l].pack(true, n, count, inputs[l], 0, n, 1);
    }
    for (int l = 0; l < slopes.length; l++) {
      int n = layers[l].outputs;
      packedSlopes[l] = new PackedMatrix();
      packedSlopes[l].pack(true, n, count * outputs, slopes[l], 0, n, 1);
    }
  }

  /** Scratch space of one thread for {@link #kernel}. */
  static final class Scratch {
    final MatrixProduct product = new MatrixProduct();
    double[] slopeProducts = new double[0];
    double[] inputProducts = new double[0];
    double[] kernel = new double[0];
  }

  /**
   * The tangent kernel of these points with others:
   *
   * <pre>
   *   Σ_l (δ_c·δ′_c′)_l (s_l² h·h′ + b²)_l + 1_cc′ (s_L² h·h′ + b²)_L
   * </pre>
   *
   * in {@code scratch.kernel}, {@code [output · count + point][output · other.count + point]}.
   */
  void kernel(ScaledLayer[] layers, TangentFeatures other, Scratch scratch) {
    int outputs = layers[layers.length - 1].outputs;
    int rows = count * outputs;
    int columns = other.count * outputs;
    if (scratch.kernel.length < rows * columns) {
      scratch.kernel = new double[rows * columns];
      scratch.slopeProducts = new double[rows * columns];
      scratch.inputProducts = new double[count * other.count];
    }
    Arrays.fill(scratch.kernel, 0, rows * columns, 0);
    for (int l = 0; l < slopes.length; l++) {
      inputProducts(layers[l], l, other, scratch);
      Arrays.fill(scratch.slopeProducts, 0, rows * columns, 0);
      int n = layers[l].outputs;
      scratch.product.multiplyAdd(
          false, rows, slopes[l], 0, n, other.packedSlopes[l], scratch.slopeProducts, 0, columns);
      addHidden(outputs, other.count, scratch);
    }
    inputProducts(layers[slopes.length], slopes.length, other, scratch);
    addReadOut(outputs, other.count, scratch);
  }

  /** s² h·h′ + b². */
  private void inputProducts(ScaledLayer layer, int l, TangentFeatures other, Scratch scratch) {
    double[] products = scratch.inputProducts;
    int size = count * other.count;
    Arrays.fill(products, 0, size, 0);
    scratch.product.multiplyAdd(
        false, count, inputs[l], 0, layer.inputs, other.packedInputs[l], products, 0, other.count);
    double square = layer.weightScale * layer.weightScale;
    double bias = layer.biasScale * layer.biasScale;
    for (int i = 0; i < size; i++) {
      products[i] = Math.fma(square, products[i], bias);
    }
  }

  private void addHidden(int outputs, int others, Scratch scratch) {
    for (int row = 0; row < outputs * count; row++) {
      int products = row % count * others;
      for (int c = 0; c < outputs; c++) {
        int at = (row * outputs + c) * others;
        arithmetic.multiplyAdd(
            scratch.slopeProducts, at, scratch.inputProducts, products, scratch.kernel, at, others);
      }
    }
  }

  private void addReadOut(int outputs, int others, Scratch scratch) {
    for (int row = 0; row < outputs * count; row++) {
      int at = (row * outputs + row / count) * others;
      arithmetic.add(scratch.inputProducts, row % count * others, scratch.kernel, at, others);
    }
  }
}
