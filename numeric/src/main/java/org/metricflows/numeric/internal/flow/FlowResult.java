package org.metricflows.numeric.internal.flow;

/**
 * The end of an integration. Arrays are copied in and out.
 *
 * @param outcome completed or stopped, and when
 * @param state the state at that time
 * @param evaluations calls of the right-hand side from the very start, resumptions included
 * @param steps accepted steps from the very start
 */
public record FlowResult(Outcome outcome, double[] state, long evaluations, long steps) {

  public FlowResult {
    state = state.clone();
  }

  @Override
  public double[] state() {
    return state.clone();
  }
}
