package org.metricflows.numeric.internal.network;

/**
 * Weights and biases of one layer as a person writes them down.
 *
 * @param weights a row for each output of the layer, {@code [out][in]}
 * @param biases one for each output
 */
public record LayerParameters(double[][] weights, double[] biases) {}
