package org.metricflows.bridge.internal.spec;

import java.util.List;
import org.metricflows.numeric.internal.network.ChartInputs;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.geometry.EmbeddedChart;
import org.metricflows.symbolic.loss.DensityLoss;

/**
 * A closed submanifold of R^N, the regular zero set of polynomials. Each point has a chart of its
 * own, the graph over the tangent space, whose derivatives come with it.
 *
 * @param shape as stated
 * @param equations the polynomials, understood
 */
public record ManifoldSpec(ManifoldShape shape, List<Expr> equations) implements SpaceSpec {
  /** Copies its list. */
  public ManifoldSpec {
    equations = List.copyOf(equations);
  }

  /** The dimension n, as many less than N as there are equations. */
  @Override
  public int dimension() {
    return shape.ambient().size() - equations.size();
  }

  @Override
  public List<String> coordinates() {
    return shape.ambient();
  }

  @Override
  public EmbeddedChart functions() {
    return new EmbeddedChart(ambient(), dimension());
  }

  /** The ambient coordinates as formulas have them. */
  public List<Symbol> ambient() {
    return coordinates().stream().map(Symbol::new).toList();
  }

  @Override
  public List<Expr> components(List<Expr> form) {
    return functions().pullBack(form);
  }

  /** A density is one by the volume of R^N's own metric. */
  @Override
  public Expr density(Expr density) {
    return functions().density(density);
  }

  @Override
  public ChartInputs inputs(boolean periodic) {
    return ChartInputs.embedded(coordinates().size(), dimension());
  }

  /** Scalars alone: components hang on the frame of the chart. */
  @Override
  public List<String> invariants() {
    return DensityLoss.invariants(0);
  }

  @Override
  public boolean isPeriodic() {
    return false;
  }
}
