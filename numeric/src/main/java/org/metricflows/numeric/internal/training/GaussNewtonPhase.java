package org.metricflows.numeric.internal.training;

import org.metricflows.numeric.internal.dense.DampedLeastSquares;
import org.metricflows.numeric.internal.network.Batch;

/**
 * Gauss and Newton's steps on all points, with K. Levenberg and D. Marquardt's damping: {@link
 * NaturalGradient} without momentum, on one batch, in double precision, to where a step gains no
 * more. Where residuals are small at the minimum convergence is nearly quadratic.
 *
 * @param objective what is minimised
 * @param batch all points
 * @param damping λ, in units of the mean of J Jᵀ's diagonal
 * @param steps how many at most
 * @param tolerance the relative gain of a step at which it is over
 * @param system whose memory is used
 */
public record GaussNewtonPhase(
    SquaredObjective objective,
    Batch batch,
    double damping,
    int steps,
    double tolerance,
    DampedLeastSquares system)
    implements Phase {

  /** With memory of its own. */
  public GaussNewtonPhase(
      SquaredObjective objective, Batch batch, double damping, int steps, double tolerance) {
    this(
        objective,
        batch,
        damping,
        steps,
        tolerance,
        new DampedLeastSquares(objective.parameters()));
  }

  @Override
  public int epochs() {
    return steps;
  }

  @Override
  public double[] memory() {
    return method().memory(objective.parameters());
  }

  /** The loss after the step. */
  @Override
  public Epoch run(int epoch, double[] theta, double[] memory) {
    double[] moved = theta.clone();
    double[] remembered = memory.clone();
    double before = method().step(objective, system, batch, 1, moved, remembered);
    double after = objective.loss(moved, batch);
    boolean over = before - after <= tolerance * after;
    return new Epoch(moved, remembered, after, 2, over);
  }

  private NaturalGradient method() {
    return new NaturalGradient(0, damping);
  }
}
