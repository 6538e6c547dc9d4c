package org.metricflows.numeric.internal.network;

/**
 * Inputs that are functions on a space, features, and come with their jets along it: the network is
 * composed with them, and its output jets are along the space as well.
 *
 * <p>Jets may be stored ({@link StoredJets}) or computed when they are asked for, as compiled
 * formulas do in less time than a large store takes to read.
 */
public non-sealed interface FeatureJets extends NetworkInputs {

  /**
   * Sets the jets of chosen points as rows {@code [coefficient · count + point][feature]}; called
   * by several threads at once, each with rows of its own.
   *
   * @param points numbers of points, those at {@code from … from + count − 1} being asked for
   */
  void fill(int[] points, int from, int count, double[] rows);
}
