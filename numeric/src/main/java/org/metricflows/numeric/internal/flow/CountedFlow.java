package org.metricflows.numeric.internal.flow;

import java.util.Optional;

/** A flow that counts its evaluations and refuses what is not finite. */
final class CountedFlow {

  private final Flow flow;
  private long evaluations;

  CountedFlow(Flow flow, long evaluations) {
    this.flow = flow;
    this.evaluations = evaluations;
  }

  int dimension() {
    return flow.dimension();
  }

  long evaluations() {
    return evaluations;
  }

  /** The state to go on from. */
  Optional<double[]> renewed(double t, double[] y) {
    return flow.renewed(t, y);
  }

  /** F(t, y) in a new array. */
  double[] derivative(double t, double[] y) throws FlowStopException {
    if (!isFinite(y)) {
      throw new FlowStopException("the state is not finite");
    }
    evaluations++;
    double[] yDot = new double[y.length];
    flow.derivative(t, y, yDot);
    if (!isFinite(yDot)) {
      throw new FlowStopException("the right-hand side is not finite");
    }
    return yDot;
  }

  /** 0·x is 0 for finite x and NaN for the rest. */
  static boolean isFinite(double[] v) {
    double sum = 0;
    for (double x : v) {
      sum += 0 * x;
    }
    return sum == 0;
  }
}
