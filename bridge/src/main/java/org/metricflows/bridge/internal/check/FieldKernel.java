package org.metricflows.bridge.internal.check;

import java.util.List;
import java.util.function.Supplier;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.bridge.internal.spec.NetworkSpec;
import org.metricflows.bridge.internal.spec.RegimeSpec;
import org.metricflows.symbolic.network.Activation;

/** A kernel written a second time, over field elements. */
interface FieldKernel {

  /** Θ of inputs that carry their derivatives along. */
  DerivativeStructure ntk(List<DerivativeStructure> left, List<DerivativeStructure> right);

  /** Whether it is known in closed form here. */
  boolean isClosed();

  /** The kernel of a regime; a network's own is that at infinite width. */
  static FieldKernel of(RegimeSpec setting, Supplier<NetworkSpec> network) {
    return switch (setting.regime()) {
      case NETWORK, LINEARISED, INFINITE ->
          new FieldNetworkKernel(network.get(), network.get().activation());
      case RELU -> new FieldNetworkKernel(network.get(), Activation.named("relu"));
      case GAUSSIAN, DELTA -> new FieldGaussian(setting.length());
    };
  }
}
