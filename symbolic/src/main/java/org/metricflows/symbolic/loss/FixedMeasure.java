package org.metricflows.symbolic.loss;

import java.util.List;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/**
 * A measure m dx that a flow keeps, as Perelman's does.
 *
 * @param density m > 0, of the coordinates
 * @param coordinates the chart's
 */
public record FixedMeasure(Expr density, List<Symbol> coordinates) {
  public FixedMeasure {
    coordinates = List.copyOf(coordinates);
  }
}
