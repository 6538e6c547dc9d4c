package org.metricflows.numeric.internal.network;

import java.util.List;
import org.metricflows.numeric.internal.random.GaussianStream;

/**
 * The parameters θ that a network starts with: drawn from a seed, or given layer by layer.
 *
 * <p>Normal numbers come from one stream in the order of θ (SplitMix64 and Box–Muller, the same on
 * every Java version), times the deviation of {@link NetworkShape#weightDeviation} or {@link
 * NetworkShape#biasDeviation}.
 */
public final class NetworkParameters {

  private final NetworkShape shape;
  private final double[] theta;

  private NetworkParameters(NetworkShape shape, double[] theta) {
    this.shape = shape;
    this.theta = theta;
  }

  /** Independent normal parameters. */
  public static NetworkParameters draw(NetworkShape shape, long seed) {
    GaussianStream stream = new GaussianStream(seed);
    double[] theta = new double[shape.parameters()];
    for (int q = 0; q < shape.networks(); q++) {
      for (int l = 0; l < shape.layers(); l++) {
        int weights = shape.weightOffset(q, l);
        int biases = shape.biasOffset(q, l);
        for (int i = weights; i < biases; i++) {
          theta[i] = shape.weightDeviation(l) * stream.next();
        }
        for (int i = biases; i < biases + shape.layerOutputs(l); i++) {
          theta[i] = shape.biasDeviation() * stream.next();
        }
      }
    }
    return new NetworkParameters(shape, theta);
  }

  /**
   * Weights uniform in ±√(6/(n_in + n_out)) as they enter their layers, for a layer from n_in to
   * n_out numbers, and biases zero (X. Glorot and Y. Bengio, 2010). The shape's deviations play no
   * part.
   */
  public static NetworkParameters glorot(NetworkShape shape, long seed) {
    GaussianStream stream = new GaussianStream(seed);
    double[] theta = new double[shape.parameters()];
    for (int q = 0; q < shape.networks(); q++) {
      for (int l = 0; l < shape.layers(); l++) {
        double range = Math.sqrt(6.0 / (shape.layerInputs(l) + shape.layerOutputs(l)));
        for (int i = shape.weightOffset(q, l); i < shape.biasOffset(q, l); i++) {
          theta[i] = range * (2 * stream.uniform() - 1) / shape.weightScale(l);
        }
      }
    }
    return new NetworkParameters(shape, theta);
  }

  /**
   * The flat vector θ in {@link NetworkShape}'s layout.
   *
   * @throws IllegalArgumentException if it has the wrong length or an entry that is not finite
   */
  public static NetworkParameters of(NetworkShape shape, double[] theta) {
    if (theta.length != shape.parameters()) {
      throw new IllegalArgumentException(
          "parameters: "
              + theta.length
              + " numbers given where the network has "
              + shape.parameters());
    }
    for (int i = 0; i < theta.length; i++) {
      requireFinite("parameters[" + i + "]", theta[i]);
    }
    return new NetworkParameters(shape, theta.clone());
  }

  /**
   * Parameters given layer by layer; for independent outputs, the layers of the first network, then
   * those of the second, and so on.
   *
   * @throws IllegalArgumentException naming the layer and row whose length is wrong, or the entry
   *     that is not finite
   */
  public static NetworkParameters ofLayers(NetworkShape shape, List<LayerParameters> layers) {
    int expected = shape.networks() * shape.layers();
    if (layers.size() != expected) {
      throw new IllegalArgumentException(
          "parameters: " + layers.size() + " layers given where the network has " + expected);
    }
    double[] theta = new double[shape.parameters()];
    for (int q = 0; q < shape.networks(); q++) {
      for (int l = 0; l < shape.layers(); l++) {
        int index = q * shape.layers() + l;
        copyLayer(shape, q, l, layers.get(index), "parameters[" + index + "]", theta);
      }
    }
    return new NetworkParameters(shape, theta);
  }

  private static void copyLayer(
      NetworkShape shape,
      int network,
      int layer,
      LayerParameters given,
      String name,
      double[] theta) {
    int inputs = shape.layerInputs(layer);
    int outputs = shape.layerOutputs(layer);
    double[][] weights = given.weights();
    requireLength(name + ".weights", "rows", weights.length, outputs);
    requireLength(name + ".biases", "numbers", given.biases().length, outputs);
    for (int o = 0; o < outputs; o++) {
      String row = name + ".weights[" + o + "]";
      requireLength(row, "numbers", weights[o].length, inputs);
      for (int i = 0; i < inputs; i++) {
        requireFinite(row + "[" + i + "]", weights[o][i]);
        theta[shape.weightOffset(network, layer) + o * inputs + i] = weights[o][i];
      }
      requireFinite(name + ".biases[" + o + "]", given.biases()[o]);
      theta[shape.biasOffset(network, layer) + o] = given.biases()[o];
    }
  }

  private static void requireLength(String name, String what, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          name + ": " + length + " " + what + " given where the layer has " + expected);
    }
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + ": " + value + " is not a finite number");
    }
  }

  /** The network they belong to. */
  public NetworkShape shape() {
    return shape;
  }

  /** A copy of the flat vector θ. */
  public double[] toArray() {
    return theta.clone();
  }
}
