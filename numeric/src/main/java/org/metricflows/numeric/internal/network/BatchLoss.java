package org.metricflows.numeric.internal.network;

/**
 * A loss of the output jets at a batch of points, a sum over its points.
 *
 * <p>Jets come in columns {@code [output·J + jet][point in block]}, J being the size of the jet
 * basis.
 */
@FunctionalInterface
public interface BatchLoss {

  /**
   * The loss of a block of points; may be called by several threads at once.
   *
   * @param points numbers of points, the block's being those at {@code from … from + count − 1}
   * @param jets the outputs' jets at those points
   * @param adjoints receives ∂L/∂jets, laid out like {@code jets}
   * @return the block's share of L
   */
  double evaluate(int[] points, int from, int count, double[][] jets, double[][] adjoints);
}
