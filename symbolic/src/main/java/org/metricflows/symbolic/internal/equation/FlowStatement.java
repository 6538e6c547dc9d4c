package org.metricflows.symbolic.internal.equation;

import org.metricflows.symbolic.geometry.MetricTensor;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.network.Ansatz;

/**
 * What defines a metric flow.
 *
 * @param title a line of text, may be empty
 * @param background g₀
 * @param ansatz how g is made of g₀ and the network's outputs
 * @param network the architecture
 * @param loss the loss whose gradient is followed
 */
public record FlowStatement(
    String title, StartMetric background, Ansatz ansatz, Architecture network, Loss loss) {

  /** Of a metric in a chart. */
  public FlowStatement(
      String title, MetricTensor background, Ansatz ansatz, Architecture network, Loss loss) {
    this(title, StartMetric.of(background), ansatz, network, loss);
  }

  /** The dimension d of the chart. */
  public int dimension() {
    return background.dimension();
  }

  /** Derivatives of g that the loss reads, 0 or 2. */
  public int order() {
    return loss.order();
  }
}
