package org.metricflows.numeric.internal.network;

import java.util.List;

/**
 * A fully connected network with a linear read-out, f(x) = z^{L+1}: sizes, parametrisation and the
 * layout of its parameters.
 *
 * <p>With hidden widths n₁ … n_L, layer l = 0 … L maps n_l to n_{l+1} numbers, n₀ being the inputs.
 * The flat parameter vector θ holds, layer by layer, the weights by rows {@code [out][in]} and then
 * the biases {@code [out]}. With {@link OutputSharing#INDEPENDENT} outputs there are as many such
 * networks with one output each, one after another.
 *
 * @param inputs number of inputs d ≥ 1
 * @param hidden widths of the hidden layers, each ≥ 1; empty for an affine map
 * @param outputs number of outputs ≥ 1
 * @param parametrization scales of weights and biases
 * @param weightStd σ_w > 0
 * @param biasStd σ_b ≥ 0
 * @param sharing one body for all outputs or a network for each
 */
public record NetworkShape(
    int inputs,
    List<Integer> hidden,
    int outputs,
    Parametrization parametrization,
    double weightStd,
    double biasStd,
    OutputSharing sharing) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException naming the component that is out of range
   */
  public NetworkShape {
    hidden = List.copyOf(hidden);
    requireSize("inputs", inputs);
    for (int i = 0; i < hidden.size(); i++) {
      requireSize("hidden[" + i + "]", hidden.get(i));
    }
    requireSize("outputs", outputs);
    if (!(weightStd > 0) || Double.isInfinite(weightStd)) {
      throw new IllegalArgumentException("weightStd: " + weightStd + " is not a positive number");
    }
    if (!(biasStd >= 0) || Double.isInfinite(biasStd)) {
      throw new IllegalArgumentException("biasStd: " + biasStd + " is not a number ≥ 0");
    }
    long size = 0;
    int before = inputs;
    for (int width : hidden) {
      size += (before + 1L) * width;
      before = width;
    }
    boolean shared = sharing == OutputSharing.SHARED;
    size += (before + 1L) * (shared ? outputs : 1);
    size *= shared ? 1 : outputs;
    if (size > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException(
          "hidden: " + hidden + " makes " + size + " parameters; 2³⁰ is the limit");
    }
  }

  private static void requireSize(String name, int size) {
    if (size < 1) {
      throw new IllegalArgumentException(name + ": " + size + " is not at least 1");
    }
  }

  /** Number of networks that θ holds: 1, or one for each output. */
  public int networks() {
    return sharing == OutputSharing.SHARED ? 1 : outputs;
  }

  /** Number of outputs of one network. */
  public int outputsPerNetwork() {
    return sharing == OutputSharing.SHARED ? outputs : 1;
  }

  /** Number of layers with weights, L + 1. */
  public int layers() {
    return hidden.size() + 1;
  }

  /** Number of inputs of a layer, n_l. */
  public int layerInputs(int layer) {
    return layer == 0 ? inputs : hidden.get(layer - 1);
  }

  /** Number of outputs of a layer, n_{l+1}. */
  public int layerOutputs(int layer) {
    return layer == hidden.size() ? outputsPerNetwork() : hidden.get(layer);
  }

  /** Number of parameters of one network. */
  public int parametersPerNetwork() {
    return weightOffset(0, layers());
  }

  /** Length of θ. */
  public int parameters() {
    return networks() * parametersPerNetwork();
  }

  /** Where the weights of a layer of a network begin in θ. */
  public int weightOffset(int network, int layer) {
    int offset = 0;
    for (int l = 0; l < layer; l++) {
      offset += (layerInputs(l) + 1) * layerOutputs(l);
    }
    return network == 0 ? offset : network * parametersPerNetwork() + offset;
  }

  /** Where the biases of a layer of a network begin in θ. */
  public int biasOffset(int network, int layer) {
    return weightOffset(network, layer) + layerInputs(layer) * layerOutputs(layer);
  }

  /** What a layer multiplies its weights by. */
  public double weightScale(int layer) {
    return parametrization.weightScale(weightStd, layerInputs(layer));
  }

  /** What a layer multiplies its biases by. */
  public double biasScale() {
    return parametrization.biasScale(biasStd);
  }

  /** Standard deviation that a layer's weights are drawn with. */
  public double weightDeviation(int layer) {
    return parametrization.weightDeviation(weightStd, layerInputs(layer));
  }

  /** Standard deviation that biases are drawn with. */
  public double biasDeviation() {
    return parametrization.biasDeviation(biasStd);
  }
}
