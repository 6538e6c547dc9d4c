package org.metricflows.bridge.internal.spec;

import org.metricflows.symbolic.network.Ansatz;

/**
 * The metric.
 *
 * @param ansatz how it is made of the network
 * @param background g₀ in the coordinates, on a closed manifold a form that is pulled back
 */
public record MetricSpec(Ansatz ansatz, SymmetricMatrix background) {}
