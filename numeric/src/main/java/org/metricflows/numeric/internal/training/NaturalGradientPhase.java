package org.metricflows.numeric.internal.training;

import org.metricflows.numeric.internal.dense.DampedLeastSquares;

/**
 * Steps of {@link NaturalGradient} on batches that grow, a step an epoch.
 *
 * @param objective what is minimised
 * @param batches of each step
 * @param method the method
 * @param rate η at each step
 * @param epochs how many steps
 * @param system whose memory is used
 */
public record NaturalGradientPhase(
    SquaredObjective objective,
    GrowingBatches batches,
    NaturalGradient method,
    LearningRate rate,
    int epochs,
    DampedLeastSquares system)
    implements Phase {

  /** With memory of its own. */
  public NaturalGradientPhase(
      SquaredObjective objective,
      GrowingBatches batches,
      NaturalGradient method,
      LearningRate rate,
      int epochs) {
    this(objective, batches, method, rate, epochs, new DampedLeastSquares(objective.parameters()));
  }

  @Override
  public double[] memory() {
    return method.memory(objective.parameters());
  }

  /** The loss of the step's batch, before the step. */
  @Override
  public Epoch run(int epoch, double[] theta, double[] memory) {
    double[] moved = theta.clone();
    double[] remembered = memory.clone();
    double loss =
        method.step(objective, system, batches.at(epoch), rate.at(epoch), moved, remembered);
    return new Epoch(moved, remembered, loss, 1, false);
  }
}
