package org.metricflows.numeric.internal.training;

import org.metricflows.numeric.internal.network.Batch;

/**
 * A loss that is a sum of squares, L = Σ r², over the residuals of a batch's points; a mean over
 * the points, since residuals come divided by the root of their number.
 */
public interface SquaredObjective extends Objective {

  /** How many residuals a point has. */
  int perPoint();

  /**
   * The residuals of a batch, residual i of the point at position p being number i · count + p,
   * with their derivatives by the parameters.
   *
   * @param residuals receives r
   * @param rows receives ∂r/∂θ, row after row
   */
  void jacobian(double[] theta, Batch batch, double[] residuals, double[] rows);
}
