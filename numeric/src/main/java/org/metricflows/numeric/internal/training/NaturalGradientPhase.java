package org.metricflows.numeric.internal.training;

import org.metricflows.numeric.internal.dense.DampedLeastSquares;

/**
 * Steps of {@link NaturalGradient} on batches that grow, a step an epoch.
 *
 * @param objective what is minimised
 * @param batches of each step
 * @param momentum μ
 * @param damping λ at each step
 * @param rate η at each step
 * @param epochs how many steps
 * @param system whose memory is used
 */
public record NaturalGradientPhase(
    SquaredObjective objective,
    GrowingBatches batches,
    double momentum,
    LearningRate damping,
    LearningRate rate,
    int epochs,
    DampedLeastSquares system)
    implements Phase {

  /** With memory of its own. */
  public NaturalGradientPhase(
      SquaredObjective objective,
      GrowingBatches batches,
      double momentum,
      LearningRate damping,
      LearningRate rate,
      int epochs) {
    this(
        objective,
        batches,
        momentum,
        damping,
        rate,
        epochs,
        DampedLeastSquares.single(objective.parameters()));
  }

  @Override
  public double[] memory() {
    return method(0).memory(objective.parameters());
  }

  /** The loss of the step's batch, before the step. */
  @Override
  public Epoch run(int epoch, double[] theta, double[] memory) {
    double[] moved = theta.clone();
    double[] remembered = memory.clone();
    double loss =
        method(epoch).step(objective, system, batches.at(epoch), rate.at(epoch), moved, remembered);
    return new Epoch(moved, remembered, loss, 1, false);
  }

  private NaturalGradient method(int step) {
    return new NaturalGradient(momentum, damping.at(step));
  }
}
