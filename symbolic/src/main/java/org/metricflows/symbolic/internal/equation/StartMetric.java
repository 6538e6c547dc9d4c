package org.metricflows.symbolic.internal.equation;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Coordinates;
import org.metricflows.symbolic.derivation.SymmetricIndex;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.geometry.MetricTensor;

/**
 * The metric g₀ that a flow starts from, and where it lives.
 *
 * @param coordinates what its components are formulas of
 * @param components g₀_11, g₀_12, …
 * @param equations of the submanifold of which the coordinates are charts; none of a chart alone
 */
public record StartMetric(
    Coordinates coordinates, List<Expr> components, List<? extends Expr> equations) {

  /** Copies its lists. */
  public StartMetric {
    components = List.copyOf(components);
    equations = List.copyOf(equations);
  }

  /** A metric in a chart. */
  public static StartMetric of(MetricTensor metric) {
    List<Expr> components = new ArrayList<>();
    for (int i = 0; i < metric.dimension(); i++) {
      for (int j = i; j < metric.dimension(); j++) {
        components.add(metric.get(i, j));
      }
    }
    return new StartMetric(Coordinates.of(metric.chart().coordinates()), components, List.of());
  }

  /** d. */
  public int dimension() {
    return coordinates.dimension();
  }

  /** g₀_ij. */
  public Expr get(int i, int j) {
    return components.get(new SymmetricIndex(dimension()).of(i, j));
  }
}
