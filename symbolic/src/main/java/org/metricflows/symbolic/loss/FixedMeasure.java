package org.metricflows.symbolic.loss;

import org.metricflows.symbolic.derivation.Coordinates;
import org.metricflows.symbolic.expression.Expr;

/**
 * A measure m dx that a flow keeps, as Perelman's does.
 *
 * @param density m > 0, of the coordinates
 * @param coordinates the chart's
 */
public record FixedMeasure(Expr density, Coordinates coordinates) {}
