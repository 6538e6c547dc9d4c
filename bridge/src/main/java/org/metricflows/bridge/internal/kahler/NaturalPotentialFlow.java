package org.metricflows.bridge.internal.kahler;

import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Objective;

/**
 * The steepest descent of a loss in the L² product of potentials, dθ/dt = −(JᵀWJ + λ)⁻¹ ∂L/∂θ with
 * J = ∂φ/∂θ.
 */
record NaturalPotentialFlow(
    Objective loss, double[] start, Batch points, PotentialProjection projection) implements Flow {

  @Override
  public int dimension() {
    return start.length;
  }

  @Override
  public double[] initialState() {
    return start.clone();
  }

  @Override
  public void derivative(double t, double[] theta, double[] thetaDot) throws FlowStopException {
    double[] gradient = new double[theta.length];
    loss.lossGradient(theta, points, gradient);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = -gradient[i];
    }
    projection.at(theta);
    projection.precondition(gradient, thetaDot);
  }
}
