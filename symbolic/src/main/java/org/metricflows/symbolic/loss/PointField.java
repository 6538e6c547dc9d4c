package org.metricflows.symbolic.loss;

import org.metricflows.symbolic.expression.Expr;

/**
 * A fixed function of the coordinates that a loss reads at each sample point.
 *
 * @param name the input of the loss's derivation that carries it
 * @param latex how it reads
 * @param value the function, an expression of the chart's coordinates
 */
public record PointField(String name, String latex, Expr value) {}
