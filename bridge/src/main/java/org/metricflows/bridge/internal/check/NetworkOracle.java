package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.metricflows.bridge.internal.spec.Regime;
import org.metricflows.numeric.internal.batch.JetSpace;

/** What follows from a finite network's parameters on the independent path. */
final class NetworkOracle {
  /** Of the change of the parameters, which is small already. */
  private static final double STEP = 0.1;

  private final Subject subject;
  private final FieldInputs fed;
  private final FieldNetwork network;
  private final double[] start;
  private final boolean linearised;

  /**
   * @param start θ₀, which a centred network subtracts
   */
  NetworkOracle(Subject subject, double[] start) {
    this.subject = subject;
    this.start = start;
    this.fed = FieldInputs.of(subject.flow().spec(), true);
    this.network =
        new FieldNetwork(
            subject.network(),
            new FieldActivation(subject.activation()),
            fed.count(),
            subject.outputs());
    this.linearised = subject.flow().spec().setting().regime() == Regime.LINEARISED;
  }

  /** Whether jets of the outputs are known to rounding. */
  boolean isExact() {
    return !linearised;
  }

  /**
   * How jets of the outputs are known: a network's to rounding, a linearised one's to differences.
   */
  double tolerance() {
    return linearised ? 1e-8 : 1e-12;
  }

  /** How they are found. */
  String name() {
    return linearised ? CentralDifference.NAME : Oracles.STRUCTURE;
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

  /** f(x; θ), or its Taylor polynomial of first order at the start. */
  private double[] raw(double[] x, double[] theta, int order) {
    if (!linearised) {
      return exact(x, theta, order);
    }
    double[] jets = exact(x, start, order);
    double[] change =
        CentralDifference.ofAll(
            h -> {
              double[] moved = start.clone();
              for (int i = 0; i < moved.length; i++) {
                moved[i] += h * (theta[i] - start[i]);
              }
              return exact(x, moved, order);
            },
            STEP);
    for (int k = 0; k < jets.length; k++) {
      jets[k] += change[k];
    }
    return jets;
  }

  private double[] exact(double[] x, double[] theta, int order) {
    TaylorLayout layout = new TaylorLayout(new JetSpace(subject.dimension(), order));
    DSFactory factory = new DSFactory(subject.dimension(), order);
    List<DerivativeStructure> f = network.outputs(factory, fed.near(factory, x), null, theta, -1);
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
        double[] at = linearised ? start : theta;
        DerivativeStructure moving = factory.variable(subject.dimension(), at[chosen[i]]);
        List<DerivativeStructure> f =
            network.outputs(factory, fed.near(factory, x), moving, at, chosen[i]);
        for (int k = 0; k < jets.length; k++) {
          int[] orders = Arrays.copyOf(layout.orders(k % layout.size()), subject.dimension() + 1);
          orders[subject.dimension()] = 1;
          double slope = f.get(k / layout.size()).getPartialDerivative(orders);
          gradient[i] += density.getPartialDerivative(k) * slope;
        }
      }
    }
    return gradient;
  }
}
