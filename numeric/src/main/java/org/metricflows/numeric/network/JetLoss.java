package org.metricflows.numeric.network;

/**
 * A loss L = Σ_a w_a ℓ(x_a) that reads a network's outputs and their derivatives at sample points.
 *
 * <p>Jets come in columns {@code [output·J + jet][point in block]}, J being the size of the jet
 * space of {@link #order}.
 */
public interface JetLoss {

  /** The highest derivative of the outputs that is read, 0, 1 or 2. */
  int order();

  /**
   * The loss of a block of points; may be called by several threads at once.
   *
   * @param firstPoint the block's first sample point
   * @param count the number of points in the block
   * @param jets the outputs' jets at those points
   * @param adjoints receives ∂L/∂jets, laid out like {@code jets}
   * @return the block's share of L
   */
  double evaluate(int firstPoint, int count, double[][] jets, double[][] adjoints);
}
