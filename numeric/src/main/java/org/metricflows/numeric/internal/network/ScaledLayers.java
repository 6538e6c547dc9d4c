package org.metricflows.numeric.internal.network;

/** All layers' weights for a given θ. */
final class ScaledLayers {

  private final ScaledLayer[][] layers;

  ScaledLayers(NetworkShape shape) {
    layers = new ScaledLayer[shape.networks()][shape.layers()];
    for (int q = 0; q < layers.length; q++) {
      for (int l = 0; l < layers[q].length; l++) {
        layers[q][l] = new ScaledLayer(shape, q, l);
      }
    }
  }

  /** The layers of one network. */
  ScaledLayer[] network(int q) {
    return layers[q];
  }

  /** Takes the parameters from θ. */
  void load(double[] theta, boolean reversible) {
    for (ScaledLayer[] network : layers) {
      for (ScaledLayer layer : network) {
        layer.load(theta, reversible);
      }
    }
  }

  /** Turns derivatives by scaled parameters into those by θ, between two positions of θ. */
  void scale(double[] gradient, int from, int to) {
    scale(gradient, 0, from, to);
  }

  /**
   * The same for a vector in the layout of θ that begins at a position of an array.
   *
   * @param at where it begins
   */
  void scale(double[] gradient, int at, int from, int to) {
    for (ScaledLayer[] network : layers) {
      for (ScaledLayer layer : network) {
        int middle = layer.biasOffset;
        int end = middle + layer.outputs;
        scale(
            gradient,
            at,
            Math.max(layer.weightOffset, from),
            Math.min(middle, to),
            layer.weightScale);
        scale(gradient, at, Math.max(middle, from), Math.min(end, to), layer.biasScale);
      }
    }
  }

  private static void scale(double[] gradient, int at, int from, int to, double scale) {
    if (scale == 1) {
      return;
    }
    for (int i = at + from; i < at + to; i++) {
      gradient[i] *= scale;
    }
  }
}
