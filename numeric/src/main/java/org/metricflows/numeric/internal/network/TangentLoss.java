package org.metricflows.numeric.internal.network;

/**
 * What a loss makes of the output jets at a batch of points and of their change along a tangent of
 * the parameters, for instance the product of its Hessian by the jets with that change.
 */
@FunctionalInterface
public interface TangentLoss {

  /**
   * Looks at a block of points; may be called by several threads at once. Arguments as in {@link
   * BatchLoss#evaluate}.
   *
   * @param tangents the change of {@code jets}, laid out like them
   * @param adjoints receives what is to be pulled back to the parameters
   * @return the block's share of a sum
   */
  double evaluate(
      int[] points, int from, int count, double[][] jets, double[][] tangents, double[][] adjoints);
}
