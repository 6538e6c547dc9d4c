package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.bridge.internal.spec.NetworkSpec;
import org.metricflows.bridge.internal.spec.Width;
import org.metricflows.numeric.internal.network.OutputSharing;
import org.metricflows.numeric.internal.network.Parametrization;

/**
 * A finite network written a second time: a plain function of its inputs and of one parameter,
 * whose derivatives by both the field elements carry along.
 *
 * <p>θ holds, layer by layer, weights by rows and then biases; for independent outputs one such
 * network after another.
 */
final class FieldNetwork {
  private final NetworkSpec spec;
  private final FieldActivation activation;
  private final List<Integer> widths;
  private final int networks;

  FieldNetwork(NetworkSpec spec, FieldActivation activation, int inputs, int outputs) {
    boolean shared = spec.outputs() == OutputSharing.SHARED;
    this.spec = spec;
    this.activation = activation;
    this.widths = new ArrayList<>(List.of(inputs));
    widths.addAll(((Width.Finite) spec.width()).hiddenLayers());
    widths.add(shared ? outputs : 1);
    this.networks = shared ? 1 : outputs;
  }

  /** Length of θ. */
  int parameters() {
    int size = 0;
    for (int l = 1; l < widths.size(); l++) {
      size += widths.get(l) * (widths.get(l - 1) + 1);
    }
    return networks * size;
  }

  /**
   * The outputs near x, with derivatives by the coordinates, parameters 0 … d − 1 of the factory,
   * and by θ_k, parameter d. Outputs that do not depend on θ_k are left at 0.
   *
   * @param inputs what the network takes of x
   * @param moving θ_k as an element, null if none moves
   * @param theta the parameters' values
   * @param k the parameter that moves, or −1 if none does and all outputs are wanted
   */
  List<DerivativeStructure> outputs(
      DSFactory factory,
      List<DerivativeStructure> inputs,
      DerivativeStructure moving,
      double[] theta,
      int k) {
    List<DerivativeStructure> outputs = new ArrayList<>();
    int size = parameters() / networks;
    for (int network = 0; network < networks; network++) {
      boolean wanted = k < 0 || k / size == network;
      outputs.addAll(
          wanted
              ? outputs(factory, inputs, theta, network * size, k, moving)
              : List.of(factory.constant(0)));
    }
    return outputs;
  }

  /**
   * The outputs of one shared network for inputs that are functions themselves.
   *
   * @param k the parameter that moves, or −1 if none does
   * @param moving its element, null if none does
   */
  List<DerivativeStructure> outputs(
      DSFactory factory,
      List<DerivativeStructure> inputs,
      double[] theta,
      int k,
      DerivativeStructure moving) {
    return outputs(factory, inputs, theta, 0, k, moving);
  }

  private List<DerivativeStructure> outputs(
      DSFactory factory,
      List<DerivativeStructure> inputs,
      double[] theta,
      int start,
      int k,
      DerivativeStructure moving) {
    List<DerivativeStructure> h = inputs;
    int offset = start;
    for (int l = 1; l < widths.size(); l++) {
      if (l > 1) {
        h = h.stream().map(activation::of).toList();
      }
      h = layer(factory, h, theta, offset, widths.get(l), k, moving);
      offset += widths.get(l) * (widths.get(l - 1) + 1);
    }
    return h;
  }

  private List<DerivativeStructure> layer(
      DSFactory factory,
      List<DerivativeStructure> h,
      double[] theta,
      int offset,
      int width,
      int k,
      DerivativeStructure moving) {
    boolean ntk = spec.parametrization() == Parametrization.NTK;
    double weightScale = ntk ? spec.weightStd() / Math.sqrt(h.size()) : 1;
    double biasScale = ntk ? spec.biasStd() : 1;
    double[][] in = h.stream().map(DerivativeStructure::getAllDerivatives).toArray(double[][]::new);
    List<DerivativeStructure> z = new ArrayList<>();
    for (int o = 0; o < width; o++) {
      int row = offset + o * in.length;
      int bias = offset + width * in.length + o;
      double[] sum = new double[factory.getCompiler().getSize()];
      for (int i = 0; i < in.length; i++) {
        double weight = weightScale * theta[row + i];
        for (int c = 0; c < sum.length; c++) {
          sum[c] += weight * in[i][c];
        }
      }
      sum[0] += biasScale * theta[bias];
      DerivativeStructure out = factory.build(sum);
      if (k >= row && k < row + in.length) {
        DerivativeStructure change = moving.subtract(theta[k]).multiply(weightScale);
        out = out.add(change.multiply(h.get(k - row)));
      } else if (k == bias) {
        out = out.add(moving.subtract(theta[k]).multiply(biasScale));
      }
      z.add(out);
    }
    return z;
  }
}
