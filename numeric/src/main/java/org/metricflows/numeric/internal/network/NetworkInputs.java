package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.batch.JetBasis;

/** What a network is fed with at each of a numbered set of points. */
public sealed interface NetworkInputs permits CoordinateInputs, FeatureJets {

  /** Number of points. */
  int points();

  /** Number of inputs of the network. */
  int inputs();

  /** The jets of the inputs, and so of the outputs. */
  JetBasis basis();
}
