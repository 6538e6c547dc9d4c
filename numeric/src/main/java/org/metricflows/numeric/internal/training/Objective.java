package org.metricflows.numeric.internal.training;

import org.metricflows.numeric.internal.network.Batch;

/** A loss that is a mean over numbered points, as a function of the parameters θ. */
public interface Objective {

  /** The number of parameters. */
  int parameters();

  /**
   * The mean over a batch, and its derivatives.
   *
   * @param gradient receives ∂L/∂θ
   * @return L
   */
  double lossGradient(double[] theta, Batch batch, double[] gradient);

  /** The mean over a batch. */
  double loss(double[] theta, Batch batch);
}
