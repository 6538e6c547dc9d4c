package org.metricflows.bridge.spec;

import java.util.List;

/**
 * The metric.
 *
 * @param ansatz how it is made of the network
 * @param background g₀ as a symmetric d×d matrix of expressions in the coordinates
 */
public record MetricSpec(Ansatz ansatz, List<List<String>> background) {
  /** Copies its arguments. */
  public MetricSpec {
    background = background.stream().map(List::copyOf).toList();
  }
}
