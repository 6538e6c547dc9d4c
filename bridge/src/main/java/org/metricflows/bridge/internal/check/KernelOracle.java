package org.metricflows.bridge.internal.check;

import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/**
 * Jets of the independent kernel with some coordinates of either point moving.
 *
 * @param kernel the recursion
 * @param left orders by x
 * @param right orders by x′
 */
record KernelOracle(FedKernel kernel, TaylorLayout left, TaylorLayout right) {

  /** ∂_x^α ∂_x′^β Θ for the pairs (α, β) that differentiate by moving coordinates alone. */
  interface Jets {
    double get(int alpha, int beta);
  }

  /** Whether a coefficient differentiates by the given coordinates alone. */
  static boolean isWithin(TaylorLayout layout, int coefficient, int[] moving) {
    int covered = 0;
    for (int i : moving) {
      covered += layout.orders(coefficient)[i];
    }
    return covered == layout.total(coefficient);
  }

  /** The jets of a pair of points, with the derivatives up to {@code order} in total. */
  Jets at(double[] x, double[] xPrime, int[] moving, int[] movingPrime, int order) {
    DSFactory factory = new DSFactory(Math.max(1, moving.length + movingPrime.length), order);
    DerivativeStructure theta = kernel.ntk(factory, x, xPrime, moving, movingPrime);
    return (alpha, beta) -> {
      int[] orders = new int[factory.getCompiler().getFreeParameters()];
      for (int k = 0; k < moving.length; k++) {
        orders[k] = left.orders(alpha)[moving[k]];
      }
      for (int k = 0; k < movingPrime.length; k++) {
        orders[moving.length + k] = right.orders(beta)[movingPrime[k]];
      }
      return theta.getPartialDerivative(orders);
    };
  }
}
