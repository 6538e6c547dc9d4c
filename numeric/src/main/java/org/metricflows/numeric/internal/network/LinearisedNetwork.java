package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.simd.Parallel;

/**
 * A network replaced by its Taylor polynomial of first order at a start θ₀,
 *
 * <pre>
 *   f_lin(θ) = f(θ₀) + ∂f/∂θ|_{θ₀} (θ − θ₀)
 * </pre>
 *
 * so that its tangent kernel stays what it is at the start. Jets go forward at θ₀ with the tangent
 * θ − θ₀; a loss's derivatives by the linear jets come back in reverse, at θ₀ too.
 */
public final class LinearisedNetwork extends JetModel {

  private final double[] start;
  private final double[] change;
  private final ScaledLayers changes;

  private LinearisedNetwork(
      NetworkParameters start, Activation activation, NetworkInputs inputs, Parallel parallel) {
    super(start.shape(), activation, inputs, parallel);
    this.start = start.toArray();
    this.change = new double[this.start.length];
    this.changes = new ScaledLayers(start.shape());
    layers.load(this.start, true);
  }

  /**
   * A network linearised at {@code start}.
   *
   * @throws IllegalArgumentException if the network takes another number of inputs
   */
  public static LinearisedNetwork of(
      NetworkParameters start, Activation activation, NetworkInputs inputs, Parallel parallel) {
    return new LinearisedNetwork(start, activation, inputs, parallel);
  }

  @Override
  void load(double[] theta, boolean reversible) {
    for (int i = 0; i < change.length; i++) {
      change[i] = theta[i] - start[i];
    }
    changes.load(change, false);
  }

  @Override
  boolean usesTangents() {
    return true;
  }

  @Override
  void jets(JetWorker worker, int[] points, int from, int count) {
    worker.forward(points, from, count);
    worker.tangent(changes);
    for (int c = 0; c < worker.jets.length; c++) {
      for (int p = 0; p < count; p++) {
        worker.jets[c][p] += worker.tangents[c][p];
      }
    }
  }
}
