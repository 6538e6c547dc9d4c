package org.metricflows.symbolic.geometry;

import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/**
 * Coordinates on a piece of a manifold.
 *
 * @param coordinates x¹ … x^d, 1 to 6 different symbols
 * @param periods the period of each coordinate that has one, a positive constant
 */
public record Chart(List<Symbol> coordinates, Map<Symbol, Expr> periods) {

  public Chart {
    coordinates = List.copyOf(coordinates);
    periods = Map.copyOf(periods);
    if (coordinates.isEmpty() || coordinates.size() > 6) {
      throw new IllegalArgumentException(
          "chart: " + coordinates.size() + " coordinates, 1 to 6 expected");
    }
    if (coordinates.stream().distinct().count() < coordinates.size()) {
      throw new IllegalArgumentException("chart: a coordinate occurs twice in " + coordinates);
    }
    if (!coordinates.containsAll(periods.keySet())) {
      throw new IllegalArgumentException("chart: a period of no coordinate in " + periods.keySet());
    }
  }

  /** A chart without periods. */
  public static Chart of(String... coordinates) {
    return of(List.of(coordinates));
  }

  /** A chart without periods. */
  public static Chart of(List<String> coordinates) {
    return new Chart(coordinates.stream().map(Symbol::new).toList(), Map.of());
  }

  public int dimension() {
    return coordinates.size();
  }
}
