package org.metricflows.numeric.internal.network;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.JetBasis;

/**
 * What one network leaves behind on its way forward over a block of points; the way along a tangent
 * of its parameters, and the way back.
 *
 * <p>Jets of a layer are rows {@code [coefficient · points + point][neuron]}: every layer is then
 * one matrix product for all coefficients, and element-by-element work runs over contiguous memory.
 */
final class NetworkTape {

  private final JetBasis basis;
  private final ScaledLayer[] layers;
  private final JetChain chain;
  private final Inlet inlet;

  /** Jets before and after the activation of each hidden layer, and σ′, σ″, … between them. */
  private final double[][] before;

  private final double[][] after;
  private final double[][] slopes;

  /** Tangents or adjoints, of one layer and the next. */
  private final double[] current;

  private final double[] next;

  /**
   * A tape for blocks of at most {@code capacity} points.
   *
   * @param chain shared by the tapes of one thread, as is the inlet
   */
  NetworkTape(
      JetBasis basis,
      ScaledLayer[] layers,
      JetChain chain,
      Inlet inlet,
      int capacity,
      boolean reversible) {
    this.basis = basis;
    this.layers = layers;
    this.chain = chain;
    this.inlet = inlet;
    int hidden = layers.length - 1;
    before = new double[hidden][];
    after = new double[hidden][];
    slopes = new double[hidden][];
    int widest = 0;
    for (int l = 0; l < hidden; l++) {
      int run = capacity * layers[l].outputs;
      boolean truncated = l == 0 && inlet.flat();
      before[l] = new double[(truncated ? 1 + basis.firsts() : basis.size()) * run];
      after[l] = new double[basis.size() * run];
      slopes[l] = new double[chain.saved() * run];
      widest = Math.max(widest, run);
    }
    current = new double[reversible ? basis.size() * widest : 0];
    next = new double[current.length];
  }

  /** Doubles that a tape holds for each point. */
  static long doublesPerPoint(NetworkShape shape, JetBasis basis) {
    long neurons = 0;
    long widest = 0;
    for (int width : shape.hidden()) {
      neurons += width;
      widest = Math.max(widest, width);
    }
    return neurons * (2L * basis.size() + basis.order() + 1) + 2L * basis.size() * widest;
  }

  /**
   * Output jets of the block that the inlet has taken.
   *
   * @param out rows {@code [coefficient · count + point][output]}
   */
  void forward(double[] out) {
    int hidden = layers.length - 1;
    inlet.forward(layers[0], hidden > 0, hidden == 0 ? out : before[0]);
    for (int l = 0; l < hidden; l++) {
      int run = inlet.count * layers[l].outputs;
      chain.forward(before[l], slopes[l], after[l], run, isFlat(l));
      double[] z = l + 1 == hidden ? out : before[l + 1];
      Inlet.start(layers[l + 1], inlet.count, basis.size(), z);
      multiply(after[l], layers[l + 1], z);
    }
  }

  /** Whether the second derivatives before a hidden layer's activation are zero. */
  private boolean isFlat(int hidden) {
    return hidden == 0 && inlet.flat();
  }

  private void multiply(double[] h, ScaledLayer layer, double[] z) {
    int rows = basis.size() * inlet.count;
    inlet.product.multiplyAdd(false, rows, h, 0, layer.inputs, layer.forward, z, 0, layer.outputs);
  }

  /**
   * Derivatives of the output jets that {@link #forward} has just computed, along a tangent of the
   * parameters.
   *
   * @param direction the tangent's weights and biases
   * @param out laid out as there
   */
  void tangent(ScaledLayer[] direction, double[] out) {
    int hidden = layers.length - 1;
    double[] z = hidden == 0 ? out : current;
    inlet.forward(direction[0], hidden > 0, z);
    for (int l = 0; l < hidden; l++) {
      int run = inlet.count * layers[l].outputs;
      chain.tangent(before[l], slopes[l], z, run, isFlat(l));
      double[] target = l + 1 == hidden ? out : other(z);
      Inlet.start(direction[l + 1], inlet.count, basis.size(), target);
      multiply(after[l], direction[l + 1], target);
      multiply(z, layers[l + 1], target);
      z = target;
    }
  }

  private double[] other(double[] z) {
    return z == current ? next : current;
  }

  /**
   * Adds the derivatives by scaled weights and biases to {@code gradient}, given those by the
   * output jets of the block that {@link #forward} has just seen.
   *
   * @param outAdjoint laid out as {@code out} there
   * @param gradient in θ's layout
   */
  void reverse(double[] outAdjoint, double[] gradient) {
    double[] z = outAdjoint;
    for (int l = layers.length - 1; l > 0; l--) {
      addGradient(layers[l], z, after[l - 1], gradient);
      z = back(l, z);
    }
    inlet.reverse(layers[0], z, gradient);
  }

  /**
   * As {@link #reverse}, but for each point by itself: adds to the numbers from {@code at + p ·
   * stride} on the derivatives that point p of the block contributes.
   */
  void reverseRows(double[] outAdjoint, double[] rows, int at, int stride) {
    double[] z = outAdjoint;
    for (int l = layers.length - 1; l > 0; l--) {
      addRows(layers[l], z, after[l - 1], rows, at, stride);
      z = back(l, z);
    }
    inlet.reverseRows(layers[0], z, rows, at, stride);
  }

  /** Derivatives by what a layer's activation is applied to before it, given those behind it. */
  private double[] back(int l, double[] z) {
    ScaledLayer layer = layers[l];
    int run = inlet.count * layer.inputs;
    int rows = basis.size() * inlet.count;
    double[] h = other(z);
    Arrays.fill(h, 0, basis.size() * run, 0);
    inlet.product.multiplyAdd(false, rows, z, 0, layer.outputs, layer.reverse, h, 0, layer.inputs);
    chain.reverse(before[l - 1], slopes[l - 1], h, run, isFlat(l - 1));
    return h;
  }

  private void addRows(
      ScaledLayer layer, double[] z, double[] h, double[] rows, int at, int stride) {
    for (int p = 0; p < inlet.count; p++) {
      inlet.addPoint(layer, basis.size(), p, z, h, rows, at + p * stride);
    }
  }

  private void addGradient(ScaledLayer layer, double[] z, double[] h, double[] gradient) {
    int m = layer.outputs;
    int n = layer.inputs;
    int rows = basis.size() * inlet.count;
    inlet.product.multiplyAdd(
        true, false, m, n, rows, z, 0, m, h, 0, n, gradient, layer.weightOffset, n);
    inlet.addRows(z, 0, inlet.count, m, gradient, layer.biasOffset);
  }
}
