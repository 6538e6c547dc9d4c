package org.metricflows.numeric.internal.training;

import org.metricflows.numeric.internal.network.Batch;

/**
 * Epochs of {@link Adam} on batches.
 *
 * @param objective what is minimised
 * @param batches of each epoch
 * @param adam the method
 * @param rate η at each step of the phase
 * @param epochs how many
 */
public record AdamPhase(
    Objective objective, MiniBatches batches, Adam adam, LearningRate rate, int epochs)
    implements Phase {

  @Override
  public double[] memory() {
    return adam.memory(objective.parameters());
  }

  /** The mean of the batches' losses, each before its step. */
  @Override
  public Epoch run(int epoch, double[] theta, double[] memory) {
    double[] gradient = new double[theta.length];
    double[] moved = theta.clone();
    double[] remembered = memory.clone();
    long step = (long) epoch * batches.perEpoch();
    double sum = 0;
    for (Batch batch : batches.epoch(epoch)) {
      sum += batch.count() * objective.lossGradient(moved, batch, gradient);
      adam.step(step, rate.at(step), gradient, moved, remembered);
      step++;
    }
    return new Epoch(moved, remembered, sum / batches.points(), batches.perEpoch(), false);
  }
}
