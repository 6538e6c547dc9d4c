package org.metricflows.bridge.internal.homogeneous;

import org.metricflows.bridge.internal.compiler.Program;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowStopException;

/** The components of a left-invariant metric moved by a compiled right-hand side. */
final class LeftInvariantFlow implements Flow {
  private final int dimension;
  private final double[] start;
  private final Program velocity;

  /**
   * @param dimension of the group
   * @param start g_ij at time 0 in the order 11, 12, …, 22, …
   * @param velocity components of g ↦ of ∂_t g
   */
  LeftInvariantFlow(int dimension, double[] start, Program velocity) {
    this.dimension = dimension;
    this.start = start.clone();
    this.velocity = velocity;
  }

  @Override
  public int dimension() {
    return start.length;
  }

  @Override
  public double[] initialState() {
    return start.clone();
  }

  @Override
  public void derivative(double t, double[] y, double[] yDot) throws FlowStopException {
    if (!SymmetricForm.of(dimension, y).isPositive()) {
      throw new FlowStopException("the metric is no longer positive definite");
    }
    velocity.evaluate(y, yDot);
  }
}
