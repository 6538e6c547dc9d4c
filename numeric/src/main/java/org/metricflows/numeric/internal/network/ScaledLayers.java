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
    for (ScaledLayer[] network : layers) {
      for (ScaledLayer layer : network) {
        scale(gradient, layer.weightOffset, layer.biasOffset, layer.weightScale, from, to);
        int end = layer.biasOffset + layer.outputs;
        scale(gradient, layer.biasOffset, end, layer.biasScale, from, to);
      }
    }
  }

  private static void scale(double[] gradient, int start, int end, double scale, int from, int to) {
    int last = Math.min(end, to);
    for (int i = Math.max(start, from); i < last; i++) {
      gradient[i] *= scale;
    }
  }
}
