package org.metricflows.numeric.internal.network;

/**
 * A loss L = Σ_a w_a ℓ(x_a) that reads outputs and their derivatives by the coordinates at sample
 * points.
 */
public interface JetLoss extends BatchLoss {

  /** The highest derivative of the outputs that is read, 0, 1 or 2. */
  int order();
}
