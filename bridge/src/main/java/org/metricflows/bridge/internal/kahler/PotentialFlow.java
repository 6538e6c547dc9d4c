package org.metricflows.bridge.internal.kahler;

import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Objective;

/**
 * The gradient flow dθ/dt = −∂L/∂θ of a potential's parameters.
 *
 * @param loss L
 * @param start θ at time 0
 * @param points trained on
 */
record PotentialFlow(Objective loss, double[] start, Batch points) implements Flow {

  @Override
  public int dimension() {
    return start.length;
  }

  @Override
  public double[] initialState() {
    return start.clone();
  }

  @Override
  public void derivative(double t, double[] theta, double[] velocity) {
    loss.lossGradient(theta, points, velocity);
    for (int i = 0; i < velocity.length; i++) {
      velocity[i] = -velocity[i];
    }
  }
}
