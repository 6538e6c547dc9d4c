package org.metricflows.bridge.internal.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.numpy.Tensor;
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
 * @param origin θ₀, what a centred network subtracts and a linearised one is linearised at: the
 *     first parameters, unless these are another run's
 */
public record FiniteNetwork(NetworkShape shape, NetworkParameters start, NetworkParameters origin) {

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
    NetworkParameters start = start(shape, network.parameters());
    return new FiniteNetwork(shape, start, origin(shape, network.parameters()).orElse(start));
  }

  private static NetworkParameters start(NetworkShape shape, ParameterSpec parameters) {
    if (parameters instanceof ParameterSpec.Seeded seeded) {
      return NetworkParameters.draw(shape, seeded.seed());
    }
    if (parameters instanceof ParameterSpec.Glorot glorot) {
      return NetworkParameters.glorot(shape, glorot.seed());
    }
    return given(shape, ((ParameterSpec.Given) parameters).networks());
  }

  private static Optional<NetworkParameters> origin(NetworkShape shape, ParameterSpec parameters) {
    return parameters instanceof ParameterSpec.Given given
        ? given.start().map(networks -> given(shape, networks))
        : Optional.empty();
  }

  private static NetworkParameters given(
      NetworkShape shape, List<List<ParameterSpec.Layer>> networks) {
    List<LayerParameters> layers = new ArrayList<>();
    for (List<ParameterSpec.Layer> one : networks) {
      for (ParameterSpec.Layer layer : one) {
        double[] biases = layer.biases().stream().mapToDouble(b -> b).toArray();
        layers.add(new LayerParameters(layer.weights().toArray(), biases));
      }
    }
    return NetworkParameters.ofLayers(shape, layers);
  }

  /**
   * The arrays of parameters.npz: {@code weights_0} (out, in), {@code biases_0} (out), …, a second
   * network's as {@code 2_weights_0}; and θ₀ as {@code start_weights_0}, …, where the function of
   * the parameters needs it.
   *
   * @param theta the parameters
   * @param withOrigin whether θ₀ belongs to them
   */
  public Map<String, Tensor> arrays(double[] theta, boolean withOrigin) {
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    add(arrays, theta, "");
    if (withOrigin) {
      add(arrays, origin.toArray(), "start_");
    }
    return arrays;
  }

  private void add(Map<String, Tensor> arrays, double[] theta, String prefix) {
    for (int q = 0; q < shape.networks(); q++) {
      String name = q == 0 ? prefix : (q + 1) + "_" + prefix;
      for (int l = 0; l < shape.layers(); l++) {
        int rows = shape.layerOutputs(l);
        int columns = shape.layerInputs(l);
        int weights = shape.weightOffset(q, l);
        int biases = shape.biasOffset(q, l);
        arrays.put(
            name + "weights_" + l,
            new Tensor(
                List.of(rows, columns),
                Arrays.copyOfRange(theta, weights, weights + rows * columns)));
        arrays.put(
            name + "biases_" + l, Tensor.of(Arrays.copyOfRange(theta, biases, biases + rows)));
      }
    }
  }
}
