package org.metricflows.numeric.internal.training;

import org.metricflows.numeric.internal.flow.Outcome;

/**
 * A part of a training: some epochs with one method. All that a method remembers from one epoch to
 * the next is in a vector, so that a training can be interrupted between any two.
 */
public interface Phase {

  /** Number of epochs. */
  int epochs();

  /** What the method remembers before its first epoch; its length stays. */
  double[] memory();

  /**
   * Runs an epoch.
   *
   * @param epoch from 0 within the phase
   * @param theta θ before it
   * @param memory what is remembered before it
   */
  Epoch run(int epoch, double[] theta, double[] memory);

  /**
   * How a training has ended with this phase.
   *
   * @param epochs of the training
   * @param last the phase's last epoch
   */
  default Outcome outcome(int epochs, Epoch last) {
    return new Outcome.Completed(epochs);
  }

  /**
   * What an epoch leaves.
   *
   * @param theta θ after it
   * @param memory what is remembered after it
   * @param loss that it saw
   * @param evaluations of a loss with its gradient
   * @param last whether the method is at its end
   */
  record Epoch(double[] theta, double[] memory, double loss, long evaluations, boolean last) {}
}
