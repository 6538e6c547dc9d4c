package org.metricflows.numeric.internal.network;

/**
 * Numbers that a sum of squares is made of, some at each point, as functions of the output jets
 * there: what a loss L = Σ r² hands to methods that know it as one.
 *
 * <p>Jets come in columns {@code [output·J + jet][point in block]}, J being the size of the jet
 * basis.
 */
public interface JetResiduals {

  /** How many residuals a point has. */
  int perPoint();

  /**
   * The residuals of a block of points; may be called by several threads at once.
   *
   * @param points numbers of points, the block's being those at {@code from … from + count − 1}
   * @param jets the outputs' jets at those points
   * @param residuals receives r, {@code [residual][point in block]}
   * @param slopes receives ∂r/∂jets, {@code [residual][column of jets][point in block]}
   */
  void evaluate(
      int[] points,
      int from,
      int count,
      double[][] jets,
      double[][] residuals,
      double[][][] slopes);
}
