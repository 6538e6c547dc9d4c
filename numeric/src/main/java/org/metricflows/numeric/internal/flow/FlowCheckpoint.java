package org.metricflows.numeric.internal.flow;

/**
 * All that an integration needs to go on from the end of a leg, with the same bits as if it had
 * never been interrupted. Arrays are copied in and out.
 *
 * @param time t
 * @param state y(t)
 * @param step the size of the next step
 * @param recorded how many of the schedule's records have been delivered
 * @param evaluations calls of the right-hand side so far
 * @param steps accepted steps so far
 */
public record FlowCheckpoint(
    double time, double[] state, double step, int recorded, long evaluations, long steps) {

  public FlowCheckpoint {
    state = state.clone();
  }

  @Override
  public double[] state() {
    return state.clone();
  }
}
