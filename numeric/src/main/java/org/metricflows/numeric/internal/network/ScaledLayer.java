package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.simd.PackedMatrix;

/**
 * One layer's weights for a given θ, with the parametrisation's scales multiplied in, laid out for
 * the products of a forward and a reverse sweep. Written by one thread, then read by all.
 */
final class ScaledLayer {

  final int inputs;
  final int outputs;
  final int weightOffset;
  final int biasOffset;
  final double weightScale;
  final double biasScale;

  /** Wᵀ, for Z = H Wᵀ. */
  final PackedMatrix forward = new PackedMatrix();

  /** W, for H̄ = Z̄ W. */
  final PackedMatrix reverse = new PackedMatrix();

  final double[] biases;

  /**
   * The first layer's weights by inputs, {@code [in][out]}: the first derivatives of its outputs.
   */
  final double[] columns;

  ScaledLayer(NetworkShape shape, int network, int layer) {
    inputs = shape.layerInputs(layer);
    outputs = shape.layerOutputs(layer);
    weightOffset = shape.weightOffset(network, layer);
    biasOffset = shape.biasOffset(network, layer);
    weightScale = shape.weightScale(layer);
    biasScale = shape.biasScale();
    biases = new double[outputs];
    columns = layer == 0 ? new double[inputs * outputs] : new double[0];
  }

  /** Takes the layer's parameters from θ. */
  void load(double[] theta, boolean reversible) {
    forward.pack(true, inputs, outputs, theta, weightOffset, inputs, weightScale);
    if (reversible && columns.length == 0) {
      reverse.pack(false, outputs, inputs, theta, weightOffset, inputs, weightScale);
    }
    for (int o = 0; o < outputs; o++) {
      biases[o] = biasScale * theta[biasOffset + o];
    }
    for (int i = 0; i < columns.length; i++) {
      columns[i] = weightScale * theta[weightOffset + i % outputs * inputs + i / outputs];
    }
  }
}
