package org.metricflows.bridge.internal.check;

import java.util.List;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.bridge.internal.spec.NetworkSpec;
import org.metricflows.symbolic.network.Activation;

/** The recursion of an infinitely wide network's kernels. */
final class FieldNetworkKernel implements FieldKernel {
  private final NetworkSpec network;
  private final FieldDual dual;
  private final boolean closed;

  FieldNetworkKernel(NetworkSpec network, Activation activation) {
    this.network = network;
    this.closed = isClosed(activation);
    this.dual = ClosedFormDuals.of(activation).orElseGet(() -> new QuadratureDual(activation));
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  /** Whether {@code activation} is known in closed form here. */
  static boolean isClosed(Activation activation) {
    return ClosedFormDuals.of(activation).isPresent();
  }

  @Override
  public DerivativeStructure ntk(List<DerivativeStructure> left, List<DerivativeStructure> right) {
    DerivativeStructure p = first(left, left);
    DerivativeStructure q = first(right, right);
    DerivativeStructure r = first(left, right);
    DerivativeStructure theta = r;
    for (int l = 0; l < network.width().depth(); l++) {
      DerivativeStructure[] mixed = dual.at(p, q, r);
      p = next(dual.at(p, p, p)[0]);
      q = next(dual.at(q, q, q)[0]);
      r = next(mixed[0]);
      theta = r.add(mixed[1].multiply(theta).multiply(weightVariance()));
    }
    return theta;
  }

  private double weightVariance() {
    return network.weightStd() * network.weightStd();
  }

  private DerivativeStructure first(List<DerivativeStructure> x, List<DerivativeStructure> y) {
    DerivativeStructure dot = x.get(0).newInstance(0.0);
    for (int i = 0; i < x.size(); i++) {
      dot = dot.add(x.get(i).multiply(y.get(i)));
    }
    return next(dot.divide(x.size()));
  }

  private DerivativeStructure next(DerivativeStructure kappa) {
    return kappa.multiply(weightVariance()).add(network.biasStd() * network.biasStd());
  }
}
