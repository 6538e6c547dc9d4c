package org.metricflows.bridge.internal.spec;

import java.util.List;
import org.metricflows.numeric.internal.network.ChartInputs;
import org.metricflows.symbolic.derivation.Coordinates;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;

/** A space on which metrics are functions of a point, in coordinates of a chart there. */
public sealed interface SpaceSpec permits ChartSpec, ManifoldSpec {

  /** The dimension d. */
  int dimension();

  /** The names of the coordinates that points are given by, and of which formulas are. */
  List<String> coordinates();

  /** What formulas become functions of, and how these are differentiated along a chart. */
  Coordinates functions();

  /**
   * The components along a chart, 11, 12, …, of a symmetric form.
   *
   * @param form the components by {@link #coordinates}
   */
  List<Expr> components(List<Expr> form);

  /**
   * A density by the coordinates of a chart.
   *
   * @param density as a spec states it
   */
  Expr density(Expr density);

  /**
   * What a network takes for inputs.
   *
   * @param periodic whether that is the cosine and sine of each coordinate that has a period
   */
  ChartInputs inputs(boolean periodic);

  /** The names by which a density of one's own may speak of the metric. */
  List<String> invariants();

  /** The equations of a submanifold, none of a chart. */
  default List<Expr> equations() {
    return List.of();
  }

  /** Whether some coordinate has a period. */
  boolean isPeriodic();

  /** The symbols that formulas become functions of, a number of a point each. */
  default List<Symbol> symbols() {
    return functions().symbols();
  }
}
