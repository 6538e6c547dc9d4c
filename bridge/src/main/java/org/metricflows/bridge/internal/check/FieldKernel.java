package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.bridge.internal.spec.NetworkSpec;
import org.metricflows.bridge.internal.spec.RegimeSpec;
import org.metricflows.symbolic.network.Activation;

/**
 * A kernel written a second time, over field elements in the coordinates of both points.
 *
 * <p>For jets of order a by x and b by x′ the elements have order a + b in all coordinates; entries
 * beyond a or b are computed and not read.
 */
interface FieldKernel {

  /** Θ of inputs that carry their derivatives along. */
  DerivativeStructure ntk(List<DerivativeStructure> left, List<DerivativeStructure> right);

  /** Whether it is known in closed form here. */
  boolean isClosed();

  /** The same of what a network takes of the coordinates. */
  default FieldKernel fedBy(FieldInputs inputs) {
    FieldKernel kernel = this;
    return new FieldKernel() {
      @Override
      public DerivativeStructure ntk(
          List<DerivativeStructure> left, List<DerivativeStructure> right) {
        return kernel.ntk(inputs.of(left), inputs.of(right));
      }

      @Override
      public boolean isClosed() {
        return kernel.isClosed();
      }
    };
  }

  /** The kernel of a regime; a network's own is that at infinite width. */
  static FieldKernel of(RegimeSpec setting, Supplier<NetworkSpec> network) {
    return switch (setting.regime()) {
      case NETWORK, LINEARISED, INFINITE ->
          new FieldNetworkKernel(network.get(), network.get().activation());
      case RELU -> new FieldNetworkKernel(network.get(), Activation.named("relu"));
      case GAUSSIAN, DELTA -> new FieldGaussian(setting.length());
    };
  }

  /**
   * Θ(x, x′) near a pair of points.
   *
   * @param moving coordinates of x that are variables, parameters 0, 1, … of the factory
   * @param movingPrime those of x′, the parameters after
   */
  default DerivativeStructure ntk(
      DSFactory factory, double[] x, double[] xPrime, int[] moving, int[] movingPrime) {
    return ntk(
        variables(factory, x, moving, 0), variables(factory, xPrime, movingPrime, moving.length));
  }

  private static List<DerivativeStructure> variables(
      DSFactory factory, double[] x, int[] moving, int offset) {
    List<DerivativeStructure> variables = new ArrayList<>();
    for (double coordinate : x) {
      variables.add(factory.constant(coordinate));
    }
    for (int k = 0; k < moving.length; k++) {
      variables.set(moving[k], factory.variable(offset + k, x[moving[k]]));
    }
    return variables;
  }
}
