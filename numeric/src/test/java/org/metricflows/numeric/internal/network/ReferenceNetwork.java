package org.metricflows.numeric.internal.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.hipparchus.CalculusFieldElement;

/**
 * The networks' formula, written once more over any field and neuron by neuron: the tests' oracle.
 */
final class ReferenceNetwork {

  private ReferenceNetwork() {}

  /** All outputs at x, with parameter number k of θ given by {@code theta}. */
  static <T extends CalculusFieldElement<T>> List<T> outputs(
      NetworkShape shape, TestActivation activation, IntFunction<T> theta, List<T> x) {
    int networks = shape.sharing() == OutputSharing.SHARED ? 1 : shape.outputs();
    int last = shape.outputs() / networks;
    boolean ntk = shape.parametrization() == Parametrization.NTK;
    List<T> outputs = new ArrayList<>();
    int next = 0;
    for (int q = 0; q < networks; q++) {
      List<T> h = x;
      for (int l = 0; l <= shape.hidden().size(); l++) {
        boolean readOut = l == shape.hidden().size();
        int width = readOut ? last : shape.hidden().get(l);
        double weightScale = ntk ? shape.weightStd() / Math.sqrt(h.size()) : 1;
        double biasScale = ntk ? shape.biasStd() : 1;
        List<T> z = new ArrayList<>();
        for (int o = 0; o < width; o++) {
          T sum = x.get(0).getField().getZero();
          for (int i = 0; i < h.size(); i++) {
            sum = sum.add(h.get(i).multiply(theta.apply(next + o * h.size() + i)));
          }
          sum = sum.multiply(weightScale);
          sum = sum.add(theta.apply(next + width * h.size() + o).multiply(biasScale));
          z.add(readOut ? sum : activation.of(sum));
        }
        next += width * (h.size() + 1);
        h = z;
      }
      outputs.addAll(h);
    }
    return outputs;
  }
}
