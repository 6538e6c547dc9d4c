package org.metricflows.bridge.internal.check;

import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/**
 * A kernel of what a network takes of a point, over field elements in the coordinates of both
 * points.
 *
 * <p>For jets of order a by x and b by x′ the elements have order a + b in all coordinates; entries
 * beyond a or b are computed and not read.
 *
 * @param kernel over inputs
 * @param inputs of a point
 */
record FedKernel(FieldKernel kernel, FieldInputs inputs) {

  /** Whether it is known in closed form here. */
  boolean isClosed() {
    return kernel.isClosed();
  }

  /**
   * Θ(x, x′) near a pair of points.
   *
   * @param moving coordinates of x that are variables, parameters 0, 1, … of the factory
   * @param movingPrime those of x′, the parameters after
   */
  DerivativeStructure ntk(
      DSFactory factory, double[] x, double[] xPrime, int[] moving, int[] movingPrime) {
    return kernel.ntk(
        inputs.near(factory, x, moving, 0),
        inputs.near(factory, xPrime, movingPrime, moving.length));
  }
}
