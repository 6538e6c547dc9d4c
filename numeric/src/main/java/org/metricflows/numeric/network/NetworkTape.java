package org.metricflows.numeric.network;

import java.util.Arrays;
import org.metricflows.numeric.batch.JetSpace;
import org.metricflows.numeric.simd.MatrixProduct;

/**
 * What one network leaves behind on its way forward over a block of points, and the way back.
 *
 * <p>Jets of a layer are rows {@code [coefficient · points + point][neuron]}: every layer is then
 * one matrix product for all coefficients, and element-by-element work runs over contiguous memory.
 * The first layer needs no product for derivatives: its first ones are its weights, its second ones
 * zero.
 */
final class NetworkTape {

  private final JetSpace space;
  private final ScaledLayer[] layers;
  private final JetChain chain;
  private final MatrixProduct product;
  private final int capacity;

  /** Jets before and after the activation of each hidden layer, and σ′, σ″, … between them. */
  private final double[][] before;

  private final double[][] after;
  private final double[][] slopes;
  private final double[] adjoint;
  private final double[] nextAdjoint;
  private final double[] sums;
  private JetArithmetic arithmetic = JetArithmetic.SCALAR;

  /**
   * A tape for blocks of at most {@code capacity} points.
   *
   * @param chain shared by the tapes of one thread, as is the product
   */
  NetworkTape(
      JetSpace space,
      ScaledLayer[] layers,
      JetChain chain,
      MatrixProduct product,
      int capacity,
      boolean reversible) {
    this.space = space;
    this.layers = layers;
    this.chain = chain;
    this.product = product;
    this.capacity = capacity;
    int hidden = layers.length - 1;
    before = new double[hidden][];
    after = new double[hidden][];
    slopes = new double[hidden][];
    int widest = 0;
    for (int l = 0; l < hidden; l++) {
      int run = capacity * layers[l].outputs;
      before[l] = new double[(l == 0 ? 1 + firstDerivatives() : space.size()) * run];
      after[l] = new double[space.size() * run];
      slopes[l] = new double[chain.saved() * run];
      widest = Math.max(widest, run);
    }
    adjoint = new double[reversible ? space.size() * widest : 0];
    nextAdjoint = new double[adjoint.length];
    sums = new double[layers[0].outputs];
  }

  /** Doubles that a tape holds for each point. */
  static long doublesPerPoint(NetworkShape shape, JetSpace space) {
    long neurons = 0;
    long widest = 0;
    for (int width : shape.hidden()) {
      neurons += width;
      widest = Math.max(widest, width);
    }
    return neurons * (2L * space.size() + space.order() + 1) + 2L * space.size() * widest;
  }

  private int firstDerivatives() {
    return space.order() >= 1 ? space.dimension() : 0;
  }

  void use(JetArithmetic arithmetic) {
    this.arithmetic = arithmetic;
    chain.use(arithmetic);
  }

  /** Points a block may have. */
  int capacity() {
    return capacity;
  }

  /**
   * Output jets of a block.
   *
   * @param points coordinates, {@code [point][coordinate]} from {@code pointsAt} on
   * @param out rows {@code [coefficient · count + point][output]}
   */
  void forward(double[] points, int pointsAt, int count, double[] out) {
    int hidden = layers.length - 1;
    enter(points, pointsAt, count, hidden == 0 ? out : before[0], hidden > 0);
    for (int l = 0; l < hidden; l++) {
      int run = count * layers[l].outputs;
      chain.forward(before[l], slopes[l], after[l], run, l == 0);
      double[] z = l + 1 == hidden ? out : before[l + 1];
      ScaledLayer next = layers[l + 1];
      start(next, count, space.size(), z);
      product.multiplyAdd(
          false, space.size() * count, after[l], 0, next.inputs, next.forward, z, 0, next.outputs);
    }
  }

  /** The first layer's jets, without the second derivatives (which are zero) if flat. */
  private void enter(double[] points, int pointsAt, int count, double[] z, boolean flat) {
    ScaledLayer first = layers[0];
    int n = first.outputs;
    int d = firstDerivatives();
    start(first, count, flat ? 1 : space.size(), z);
    product.multiplyAdd(false, count, points, pointsAt, first.inputs, first.forward, z, 0, n);
    for (int i = 0; i < d; i++) {
      for (int p = 0; p < count; p++) {
        System.arraycopy(first.columns, i * n, z, (space.index(i) * count + p) * n, n);
      }
    }
  }

  /** Biases in the rows of values, zeros in the rows of derivatives. */
  private static void start(ScaledLayer layer, int count, int coefficients, double[] z) {
    int n = layer.outputs;
    for (int p = 0; p < count; p++) {
      System.arraycopy(layer.biases, 0, z, p * n, n);
    }
    Arrays.fill(z, count * n, coefficients * count * n, 0);
  }

  /**
   * Adds the derivatives by scaled weights and biases to {@code gradient}, given those by the
   * output jets of the block that {@link #forward} has just seen.
   *
   * @param outAdjoint laid out as {@code out} there
   * @param gradient in θ's layout
   */
  void reverse(double[] points, int pointsAt, int count, double[] outAdjoint, double[] gradient) {
    double[] z = outAdjoint;
    double[] spare = adjoint;
    for (int l = layers.length - 1; l > 0; l--) {
      ScaledLayer layer = layers[l];
      addGradient(layer, z, after[l - 1], count, gradient);
      int run = count * layer.inputs;
      int rows = space.size() * count;
      Arrays.fill(spare, 0, space.size() * run, 0);
      product.multiplyAdd(false, rows, z, 0, layer.outputs, layer.reverse, spare, 0, layer.inputs);
      chain.reverse(before[l - 1], slopes[l - 1], spare, run, l == 1);
      z = spare;
      spare = z == adjoint ? nextAdjoint : adjoint;
    }
    addFirstGradient(points, pointsAt, z, count, gradient);
  }

  private void addGradient(
      ScaledLayer layer, double[] z, double[] h, int count, double[] gradient) {
    int m = layer.outputs;
    int n = layer.inputs;
    product.multiplyAdd(
        true, false, m, n, space.size() * count, z, 0, m, h, 0, n, gradient, layer.weightOffset, n);
    addRows(z, 0, count, m, gradient, layer.biasOffset);
  }

  private void addFirstGradient(
      double[] points, int pointsAt, double[] z, int count, double[] gradient) {
    ScaledLayer first = layers[0];
    int n = first.outputs;
    int d = first.inputs;
    product.multiplyAdd(
        true, false, n, d, count, z, 0, n, points, pointsAt, d, gradient, first.weightOffset, d);
    addRows(z, 0, count, n, gradient, first.biasOffset);
    for (int i = 0; i < firstDerivatives(); i++) {
      Arrays.fill(sums, 0, n, 0);
      addRows(z, space.index(i) * count * n, count, n, sums, 0);
      for (int o = 0; o < n; o++) {
        gradient[first.weightOffset + o * d + i] += sums[o];
      }
    }
  }

  private void addRows(double[] z, int from, int count, int n, double[] sum, int at) {
    for (int p = 0; p < count; p++) {
      arithmetic.add(z, from + p * n, sum, at, n);
    }
  }
}
