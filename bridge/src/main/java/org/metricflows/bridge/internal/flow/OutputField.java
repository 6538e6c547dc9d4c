package org.metricflows.bridge.internal.flow;

/** The functions that make the metric, of a state and anywhere on the chart. */
@FunctionalInterface
interface OutputField {

  /**
   * Their jets.
   *
   * @param state as in state.npy
   * @param points {@code [point][coordinate]}
   * @param order of the derivatives, 0 or 2
   * @return {@code [output·J + jet][point]}
   */
  double[][] jets(double[] state, double[][] points, int order);
}
