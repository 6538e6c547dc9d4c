package org.metricflows.bridge.check;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.metricflows.numeric.batch.JetSpace;

/** What follows from a finite network's parameters on the independent path. */
final class NetworkOracle {
  private final Subject subject;
  private final FieldNetwork network;
  private final double[] start;

  /**
   * @param start θ₀, which a centred network subtracts
   */
  NetworkOracle(Subject subject, double[] start) {
    this.subject = subject;
    this.start = start;
    this.network =
        new FieldNetwork(
            subject.network(),
            new FieldActivation(subject.activation()),
            subject.dimension(),
            subject.outputs());
  }

  /** Length of θ. */
  int parameters() {
    return network.parameters();
  }

  /** The outputs' jets at x: {@code [output·J + coefficient]}. */
  double[] jets(double[] x, double[] theta, int order) {
    double[] jets = raw(x, theta, order);
    if (subject.network().centred()) {
      double[] shift = raw(x, start, order);
      for (int k = 0; k < jets.length; k++) {
        jets[k] -= shift[k];
      }
    }
    return jets;
  }

  /** The size of what is subtracted for {@link #jets}, by coefficient. */
  double[] sizes(double[] x, double[] theta, int order) {
    double[] sizes = raw(x, theta, order);
    for (int k = 0; k < sizes.length; k++) {
      sizes[k] = subject.network().centred() ? Math.abs(sizes[k]) : 0;
    }
    return sizes;
  }

  private double[] raw(double[] x, double[] theta, int order) {
    TaylorLayout layout = new TaylorLayout(new JetSpace(x.length, order));
    DSFactory factory = new DSFactory(x.length, order);
    List<DerivativeStructure> f = network.outputs(factory, x, theta, -1);
    double[] jets = new double[f.size() * layout.size()];
    for (int k = 0; k < jets.length; k++) {
      int[] orders = layout.orders(k % layout.size());
      jets[k] = f.get(k / layout.size()).getPartialDerivative(orders);
    }
    return jets;
  }

  /** ∂L/∂θ_k for some k. */
  double[] gradient(double[] theta, int[] chosen) {
    double[] gradient = new double[chosen.length];
    TaylorLayout layout = subject.layout();
    DSFactory factory = new DSFactory(subject.dimension() + 1, subject.order() + 1);
    for (int p = 0; p < subject.points().length; p++) {
      double[] x = subject.points()[p];
      double[] jets = jets(x, theta, subject.order());
      Gradient density = subject.loss().at(x, subject.weight(p), jets);
      for (int i = 0; i < chosen.length; i++) {
        List<DerivativeStructure> f = network.outputs(factory, x, theta, chosen[i]);
        for (int k = 0; k < jets.length; k++) {
          int[] orders = Arrays.copyOf(layout.orders(k % layout.size()), x.length + 1);
          orders[x.length] = 1;
          double slope = f.get(k / layout.size()).getPartialDerivative(orders);
          gradient[i] += density.getPartialDerivative(k) * slope;
        }
      }
    }
    return gradient;
  }
}
