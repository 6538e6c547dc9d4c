package org.metricflows.numeric.internal.flow;

/** The state of a flow at one time. Arrays are copied in and out. */
public record FlowRecord(double time, double[] state) {

  public FlowRecord {
    state = state.clone();
  }

  @Override
  public double[] state() {
    return state.clone();
  }
}
