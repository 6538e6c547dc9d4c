package org.metricflows.bridge.internal.curvature;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.metricflows.bridge.internal.spec.ChartSpec;
import org.metricflows.bridge.internal.spec.MetricSpec;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.Chart;
import org.metricflows.symbolic.geometry.MetricTensor;

/** What the command {@code curvature} tells of a metric: numbers at points and closed forms. */
public final class CurvatureReport {
  private final MetricTensor metric;
  private final Map<Symbol, Expr> parameters;

  private CurvatureReport(MetricTensor metric, Map<Symbol, Expr> parameters) {
    this.metric = metric;
    this.parameters = Map.copyOf(parameters);
  }

  /** The report of a spec's background metric. */
  public static CurvatureReport of(ChartSpec chart, MetricSpec metric) {
    return of(new MetricTensor(Chart.of(chart.coordinates()), metric.background().entries()));
  }

  /** The report of a metric. */
  public static CurvatureReport of(MetricTensor metric) {
    return new CurvatureReport(metric, Map.of());
  }

  /**
   * The report with values of the symbols that are no coordinates: numbers take the values,
   * formulas keep the symbols.
   */
  public CurvatureReport withParameters(Map<Symbol, Expr> values) {
    return new CurvatureReport(metric, values);
  }

  public MetricTensor metric() {
    return metric;
  }

  /**
   * The curvature at a point, from the compiled derivation.
   *
   * @param field what gave the point, for messages: {@code --at}
   * @param point one number for each coordinate
   * @throws InputException if the point has the wrong length, lies outside the metric's domain, or
   *     the metric is singular there
   */
  public CurvatureNumbers at(String field, double... point) {
    return program(field).at(field, point);
  }

  /**
   * The same with 0 for what is rounding.
   *
   * @throws InputException as {@link #at} does
   */
  public CurvatureNumbers withoutRounding(String field, double... point) {
    return program(field).withoutRounding(field, point);
  }

  private CurvatureProgram program(String field) {
    MetricTensor valued = metric.substitute(parameters);
    Set<Symbol> open = valued.parameters();
    if (!open.isEmpty()) {
      throw InputException.of(
          field, "numbers need a value of each parameter, " + open + " has none");
    }
    return new CurvatureProgram(valued);
  }

  /**
   * The curvature as formulas, simplified until the time is over.
   *
   * @param time how long exact arithmetic may take; two seconds do for black holes
   */
  public CurvatureFormulas formulas(Duration time) {
    return new CurvatureFormulas(metric, time);
  }
}
