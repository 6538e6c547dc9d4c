package org.metricflows.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.metricflows.bridge.internal.spec.NetworkSpec;
import org.metricflows.bridge.internal.spec.Width;
import org.metricflows.numeric.internal.network.OutputSharing;
import org.metricflows.numeric.internal.network.Parametrization;

/**
 * A fully connected network as PyTorch tensors.
 *
 * @param spec its architecture
 * @param networks layer by layer, weights [out, in] and then biases [out]; one network, or one an
 *     output
 */
record NetworkByAutograd(NetworkSpec spec, List<List<Tensor>> networks) {

  /** Cuts θ into tensors: layer by layer, weights by rows and then biases. */
  static NetworkByAutograd of(NetworkSpec spec, int inputs, int outputs, double[] theta) {
    boolean shared = spec.outputs() == OutputSharing.SHARED;
    List<Integer> widths = new ArrayList<>(List.of(inputs));
    widths.addAll(((Width.Finite) spec.width()).hiddenLayers());
    widths.add(shared ? outputs : 1);
    List<List<Tensor>> networks = new ArrayList<>();
    int offset = 0;
    for (int network = 0; network < (shared ? 1 : outputs); network++) {
      List<Tensor> layers = new ArrayList<>();
      for (int l = 1; l < widths.size(); l++) {
        int in = widths.get(l - 1);
        int out = widths.get(l);
        layers.add(variable(theta, offset, out, in));
        offset += out * in;
        layers.add(variable(theta, offset, out));
        offset += out;
      }
      networks.add(layers);
    }
    if (offset != theta.length) {
      throw new IllegalArgumentException(
          "theta: " + theta.length + " numbers where the network has " + offset);
    }
    return new NetworkByAutograd(spec, networks);
  }

  private static Tensor variable(double[] theta, int offset, int... shape) {
    int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    long[] sizes = Arrays.stream(shape).asLongStream().toArray();
    return Autograd.variable(Arrays.copyOfRange(theta, offset, offset + size), sizes);
  }

  /** All parameters in the order of θ. */
  List<Tensor> parameters() {
    return networks.stream().flatMap(List::stream).toList();
  }

  /** The outputs, shape [N, C], at points of shape [N, d]. */
  Tensor at(Tensor x) {
    Tensor[] outputs = networks.stream().map(layers -> forward(layers, x)).toArray(Tensor[]::new);
    return torch.cat(new TensorVector(outputs), 1);
  }

  private Tensor forward(List<Tensor> layers, Tensor x) {
    Tensor h = x;
    for (int l = 0; l < layers.size(); l += 2) {
      if (l > 0) {
        h = activation(h);
      }
      boolean ntk = spec.parametrization() == Parametrization.NTK;
      double weightScale = ntk ? spec.weightStd() / Math.sqrt(h.size(1)) : 1;
      double biasScale = ntk ? spec.biasStd() : 1;
      Tensor product = torch.matmul(h, layers.get(l).t()).mul(new Scalar(weightScale));
      h = product.add(layers.get(l + 1).mul(new Scalar(biasScale)));
    }
    return h;
  }

  private Tensor activation(Tensor z) {
    return switch (spec.activation().name()) {
      case "erf" -> z.erf();
      case "tanh" -> z.tanh();
      case "sin" -> z.sin();
      case "gelu" ->
          z.mul(z.mul(new Scalar(Math.sqrt(0.5))).erf().add(new Scalar(1))).mul(new Scalar(0.5));
      case "sigmoid" -> z.sigmoid();
      default ->
          throw new IllegalArgumentException(spec.activation().name() + " is not written here");
    };
  }
}
