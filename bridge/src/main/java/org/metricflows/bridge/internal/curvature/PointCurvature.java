package org.metricflows.bridge.internal.curvature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.derivation.Coordinates;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.MetricJet;

/**
 * The curvature at points of a metric whose components are formulas of more than a chart's
 * coordinates: numbers alone, in the chart around each point.
 */
public final class PointCurvature {
  private final int dimension;
  private final CurvatureProgram program;

  private PointCurvature(int dimension, CurvatureProgram program) {
    this.dimension = dimension;
    this.program = program;
  }

  /** d. */
  public int dimension() {
    return dimension;
  }

  /** The numbers of a point that a person names. */
  @FunctionalInterface
  public interface Numbering {

    /**
     * The numbers that formulas are of.
     *
     * @param field what named the point, for messages
     * @throws InputException if it is no point of the space
     */
    double[] of(String field, double... point);
  }

  /**
   * The curvature of a metric.
   *
   * @param components g_11, g_12, …, of the coordinates' symbols
   */
  public static PointCurvature of(
      Coordinates coordinates, List<Expr> components, Numbering numbering) {
    return new PointCurvature(
        coordinates.dimension(),
        new CurvatureProgram(
            coordinates.symbols().size(),
            names -> jet(coordinates, components, names),
            coordinates.names().size(),
            numbering));
  }

  private static MetricJet jet(Coordinates coordinates, List<Expr> components, List<Symbol> names) {
    Map<Symbol, Symbol> renaming = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      renaming.put(coordinates.symbols().get(i), names.get(i));
    }
    int d = coordinates.dimension();
    List<Jet> jets = new ArrayList<>();
    for (Expr component : components) {
      List<Expr> coefficients =
          Jet.of(component, coordinates, 2).coefficients().stream()
              .map(c -> c.substitute(renaming))
              .toList();
      jets.add(new Jet(d, 2, coefficients));
    }
    return new MetricJet(d, jets);
  }

  /**
   * The curvature at a point.
   *
   * @param field what gave the point, for messages: {@code --at}
   * @throws InputException if there is no such point, or the metric is singular there
   */
  public CurvatureNumbers at(String field, double... point) {
    return program.at(field, point);
  }

  /**
   * The same with 0 for what is rounding.
   *
   * @throws InputException as {@link #at} does
   */
  public CurvatureNumbers withoutRounding(String field, double... point) {
    return program.withoutRounding(field, point);
  }
}
