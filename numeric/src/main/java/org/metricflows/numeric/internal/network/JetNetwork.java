package org.metricflows.numeric.internal.network;

import org.metricflows.numeric.internal.simd.Parallel;

/**
 * A network at given points: its output jets there, and the gradient of a loss of those jets by all
 * parameters.
 *
 * <p>Jets (value, first and second derivatives) travel forward layer by layer; derivatives of the
 * loss come back in reverse, so a gradient costs about three forward sweeps whatever the number of
 * parameters.
 *
 * <pre>{@code
 * JetNetwork network = JetNetwork.of(shape, activation, points, 2, Parallel.common());
 * double[] gradient = new double[shape.parameters()];
 * double value = network.lossGradient(theta, loss, gradient);
 * }</pre>
 */
public final class JetNetwork extends JetModel {

  private JetNetwork(
      NetworkShape shape, Activation activation, NetworkInputs inputs, Parallel parallel) {
    super(shape, activation, inputs, parallel);
  }

  /**
   * A network at points.
   *
   * @param activation σ of all hidden layers
   * @param points {@code [point][coordinate]}
   * @param order of the jets: 0, 1 or 2
   * @throws IllegalArgumentException if a point has not as many coordinates as the network inputs,
   *     or the order is out of range
   */
  public static JetNetwork of(
      NetworkShape shape, Activation activation, double[][] points, int order, Parallel parallel) {
    return of(shape, activation, CoordinateInputs.of(points, shape.inputs(), order), parallel);
  }

  /**
   * A network composed with its inputs.
   *
   * @param activation σ of all hidden layers
   * @throws IllegalArgumentException if the network takes another number of inputs
   */
  public static JetNetwork of(
      NetworkShape shape, Activation activation, NetworkInputs inputs, Parallel parallel) {
    return new JetNetwork(shape, activation, inputs, parallel);
  }

  @Override
  void load(double[] theta, boolean reversible) {
    layers.load(theta, reversible);
  }

  @Override
  boolean usesTangents() {
    return false;
  }

  @Override
  void jets(JetWorker worker, int[] points, int from, int count) {
    worker.forward(points, from, count);
  }
}
