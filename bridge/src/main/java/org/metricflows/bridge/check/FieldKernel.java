package org.metricflows.bridge.check;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.bridge.spec.NetworkSpec;
import org.metricflows.symbolic.network.Activation;

/**
 * The kernels' recursion written a second time, over field elements in the coordinates of both
 * points.
 *
 * <p>For jets of order a by x and b by x′ the elements have order a + b in all coordinates; entries
 * beyond a or b are computed and not read.
 */
final class FieldKernel {
  private final NetworkSpec network;
  private final FieldDual dual;

  FieldKernel(NetworkSpec network, Activation activation) {
    this.network = network;
    this.dual = ClosedFormDuals.of(activation).orElseGet(() -> new QuadratureDual(activation));
  }

  /** Whether {@code activation} is known in closed form here. */
  static boolean isClosed(Activation activation) {
    return ClosedFormDuals.of(activation).isPresent();
  }

  /**
   * Θ(x, x′) near a pair of points.
   *
   * @param moving coordinates of x that are variables, parameters 0, 1, … of the factory
   * @param movingPrime those of x′, the parameters after
   */
  DerivativeStructure ntk(
      DSFactory factory, double[] x, double[] xPrime, int[] moving, int[] movingPrime) {
    return ntk(
        variables(factory, x, moving, 0), variables(factory, xPrime, movingPrime, moving.length));
  }

  /** Θ of inputs that carry their derivatives along. */
  DerivativeStructure ntk(List<DerivativeStructure> left, List<DerivativeStructure> right) {
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
