package org.metricflows.bridge.internal.flow;

import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.gradient.Descent;

/**
 * The loss along a flow on a periodic grid, and how fast it falls.
 *
 * @param outputs the flow
 * @param compiled the loss over the grid
 */
record GridDescent(GridOutputs outputs, CompiledLoss compiled) implements Descent {

  @Override
  public int dimension() {
    return outputs.dimension();
  }

  @Override
  public double[] initialState() {
    return outputs.initialState();
  }

  @Override
  public void derivative(double t, double[] y, double[] yDot) {
    outputs.derivative(t, y, yDot);
  }

  @Override
  public double loss(double[] y) {
    double[][] at = jets(y);
    return compiled.evaluate(at, new double[at.length][at[0].length]);
  }

  /** −dL/dt by the chain rule: −Σ ∂L/∂(∂^α f_c(x_a)) ∂_t ∂^α f_c(x_a). */
  @Override
  public double gradientNormSquared(double[] y) throws FlowStopException {
    double[] yDot = new double[y.length];
    derivative(0, y, yDot);
    double[][] at = jets(y);
    double[][] adjoints = new double[at.length][at[0].length];
    compiled.evaluate(at, adjoints);
    double[][] change = jets(yDot);
    double sum = 0;
    for (int c = 0; c < at.length; c++) {
      for (int p = 0; p < at[c].length; p++) {
        sum += adjoints[c][p] * change[c][p];
      }
    }
    return -sum;
  }

  /** Those that the loss reads. */
  private double[][] jets(double[] y) {
    return outputs.sampleJets(y, compiled.order());
  }
}
