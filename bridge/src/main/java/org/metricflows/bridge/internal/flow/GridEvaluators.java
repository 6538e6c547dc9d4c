package org.metricflows.bridge.internal.flow;

import java.util.List;
import java.util.Optional;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.numeric.internal.spectral.LocalFlow;
import org.metricflows.numeric.internal.spectral.PeriodicGrid;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.loss.Loss;
import org.metricflows.symbolic.network.Ansatz;

/**
 * The flow of a spec on a periodic grid, and what it was made of: for whoever wants to check it.
 *
 * @param spec the spec, whose dynamics are a local kernel or Ricci flow
 * @param coordinates the chart's
 * @param background the independent components of g₀, of the coordinates
 * @param ansatz how functions make a metric
 * @param loss absent for Ricci flow
 * @param grid the grid
 * @param points the grid's: {@code [point][coordinate]}
 * @param flow the initial value problem
 */
public record GridEvaluators(
    Spec spec,
    List<Symbol> coordinates,
    List<Expr> background,
    Ansatz ansatz,
    Optional<Loss> loss,
    PeriodicGrid grid,
    double[][] points,
    LocalFlow flow) {

  /**
   * Derives and compiles a spec's flow.
   *
   * @throws org.metricflows.symbolic.InputException see {@link ChartProblem#of}
   */
  public static GridEvaluators of(Spec spec) {
    return LocalProblem.of(spec).evaluators();
  }
}
