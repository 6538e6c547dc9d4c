package org.metricflows.bridge.internal.network;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.bridge.internal.spec.NetworkSpec;
import org.metricflows.bridge.internal.spec.ParameterSpec;
import org.metricflows.bridge.internal.spec.Width;
import org.metricflows.numeric.internal.network.LayerParameters;
import org.metricflows.numeric.internal.network.NetworkParameters;
import org.metricflows.numeric.internal.network.NetworkShape;

/**
 * A network of finite width.
 *
 * @param shape its layers
 * @param start its first parameters
 */
public record FiniteNetwork(NetworkShape shape, NetworkParameters start) {

  /**
   * The network of a spec.
   *
   * @throws IllegalArgumentException if given parameters do not fit
   */
  public static FiniteNetwork of(NetworkSpec network, int inputs, int outputs) {
    NetworkShape shape =
        new NetworkShape(
            inputs,
            ((Width.Finite) network.width()).hiddenLayers(),
            outputs,
            network.parametrization(),
            network.weightStd(),
            network.biasStd(),
            network.outputs());
    return new FiniteNetwork(shape, start(shape, network.parameters()));
  }

  private static NetworkParameters start(NetworkShape shape, ParameterSpec parameters) {
    if (parameters instanceof ParameterSpec.Seeded seeded) {
      return NetworkParameters.draw(shape, seeded.seed());
    }
    if (parameters instanceof ParameterSpec.Glorot glorot) {
      return NetworkParameters.glorot(shape, glorot.seed());
    }
    List<LayerParameters> layers = new ArrayList<>();
    for (List<ParameterSpec.Layer> one : ((ParameterSpec.Given) parameters).networks()) {
      for (ParameterSpec.Layer layer : one) {
        double[] biases = layer.biases().stream().mapToDouble(b -> b).toArray();
        layers.add(new LayerParameters(layer.weights().toArray(), biases));
      }
    }
    return NetworkParameters.ofLayers(shape, layers);
  }
}
