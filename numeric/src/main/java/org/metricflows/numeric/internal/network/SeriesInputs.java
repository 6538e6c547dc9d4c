package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.series.SeriesSpace;

/** Inputs of a network that are functions on a space and come as series in its coordinates. */
public interface SeriesInputs {

  /** Number of points. */
  int points();

  /** Number of inputs of the network. */
  int inputs();

  /** The coefficients of the inputs' series, and so of the outputs'. */
  SeriesSpace space();

  /**
   * Sets the series of points {@code from … from + count − 1} as rows {@code [coefficient · count +
   * point][input]}; called by several threads at once, each with rows of its own.
   */
  void fill(int from, int count, double[] rows);
}
