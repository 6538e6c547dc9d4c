package org.metricflows.bridge.internal.kahler;

import org.metricflows.numeric.internal.flow.Flow;

/** The gradient flow dθ/dt = −∂L/∂θ of a potential's parameters, over all points trained on. */
final class PotentialFlow implements Flow {

  private final KahlerPotential potential;

  PotentialFlow(KahlerPotential potential) {
    this.potential = potential;
  }

  @Override
  public int dimension() {
    return potential.objective().parameters();
  }

  @Override
  public double[] initialState() {
    return potential.start();
  }

  @Override
  public void derivative(double t, double[] theta, double[] velocity) {
    potential.objective().lossGradient(theta, potential.training(), velocity);
    for (int i = 0; i < velocity.length; i++) {
      velocity[i] = -velocity[i];
    }
  }
}
