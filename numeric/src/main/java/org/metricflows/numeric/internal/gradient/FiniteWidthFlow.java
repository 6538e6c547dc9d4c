package org.metricflows.numeric.internal.gradient;

import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.network.JetLoss;
import org.metricflows.numeric.internal.network.JetModel;
import org.metricflows.numeric.internal.training.Objective;

/**
 * Gradient flow of the parameters of a finite network, dθ/dt = −∂L/∂θ, or of the network linearised
 * at its start, f(x; θ₀) + ∂f/∂θ (θ − θ₀), whose tangent kernel stays what it is.
 *
 * <p>The state is θ.
 */
public final class FiniteWidthFlow extends NetworkFlow implements OutputFlow {
  private final JetLoss loss;
  private final JetModel network;
  private final double[] gradient;

  private FiniteWidthFlow(NetworkOutputs outputs, JetLoss loss) {
    super(outputs);
    this.network = outputs.ofOrder(loss.order());
    this.loss = outputs.shifted(loss);
    this.gradient = new double[dimension()];
  }

  /**
   * The flow.
   *
   * @param outputs whose jets of at least the loss's order are known
   */
  public static FiniteWidthFlow of(NetworkOutputs outputs, JetLoss loss) {
    return new FiniteWidthFlow(outputs, loss);
  }

  @Override
  public void derivative(double t, double[] y, double[] yDot) throws FlowStopException {
    double value = network.lossGradient(y, loss, yDot);
    if (!Double.isFinite(value)) {
      throw new FlowStopException("the loss is not finite");
    }
    for (int i = 0; i < yDot.length; i++) {
      yDot[i] = -yDot[i];
    }
  }

  @Override
  public double loss(double[] y) {
    return network.loss(y, loss);
  }

  /** The loss as trainings take it: over batches of the sample points, as a function of θ. */
  public Objective objective() {
    return new OutputObjective(network, loss);
  }

  @Override
  public double gradientNormSquared(double[] y) {
    network.lossGradient(y, loss, gradient);
    double sum = 0;
    for (double g : gradient) {
      sum += g * g;
    }
    return sum;
  }
}
