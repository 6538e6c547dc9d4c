package org.metricflows.bridge.library;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.curvature.CurvatureReport;
import org.metricflows.bridge.internal.spec.Formula;
import org.metricflows.bridge.internal.spec.MetricSpec;
import org.metricflows.bridge.internal.spec.SymmetricMatrix;
import org.metricflows.numeric.internal.batch.SymmetricIndex;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

/** A metric given by formulas, g_ij(x). */
public final class Metric {

  private final Chart chart;
  private final List<Formula> components;

  Metric(Chart chart, List<Formula> components) {
    this.chart = chart;
    this.components = List.copyOf(components);
  }

  /** Its coordinates. */
  public Chart chart() {
    return chart;
  }

  /** g_11, g_12, …, g_1d, g_22, …. */
  public List<Expr> components() {
    return components.stream().map(Formula::value).toList();
  }

  /**
   * Curvature at a point, by the compiled derivation: Γ, Ricci tensor, R, |Ric|², Kretschmann
   * scalar.
   *
   * @param point a number a coordinate
   * @throws org.metricflows.symbolic.InputException if the metric is singular or not defined there
   */
  public Curvature curvature(double... point) {
    return new Curvature(report().at("point", point));
  }

  /**
   * Closed forms, simplified until the time is over: the text of each by its name, such as {@code
   * R}.
   */
  public Map<String, Object> closedForms(Duration time) {
    return report().formulas(time).toTree();
  }

  private CurvatureReport report() {
    return CurvatureReport.of(chart.spec(), spec(ChartAnsatz.ADDITIVE));
  }

  MetricSpec spec(Ansatz ansatz) {
    int d = chart.dimension();
    SymmetricIndex index = new SymmetricIndex(d);
    List<List<Formula>> rows = new ArrayList<>();
    for (int i = 0; i < d; i++) {
      List<Formula> row = new ArrayList<>();
      for (int j = 0; j < d; j++) {
        row.add(components.get(index.of(i, j)));
      }
      rows.add(row);
    }
    return new MetricSpec(ansatz, new SymmetricMatrix(rows));
  }
}
