package org.metricflows.symbolic.loss;

/**
 * The first variation δL of a loss by the metric, h = δg, as a tensor formula.
 *
 * @param latex for typesetting
 * @param text for a terminal
 */
public record Variation(String latex, String text) {}
