package org.metricflows.bridge.internal.spec;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.metricflows.bridge.internal.graph.Constants;
import org.metricflows.numeric.internal.batch.SymmetricIndex;
import org.metricflows.numeric.internal.network.ChartInputs;
import org.metricflows.symbolic.derivation.Coordinates;
import org.metricflows.symbolic.expression.Expr;
import org.metricflows.symbolic.expression.Symbol;
import org.metricflows.symbolic.loss.DensityLoss;

/**
 * The chart.
 *
 * @param coordinates the coordinates' names, 1 to 6 of them
 * @param periods the periods of those that have one, positive constants such as {@code 2*Pi}
 */
public record ChartSpec(List<String> coordinates, Map<String, Formula> periods)
    implements SpaceSpec {
  /** Copies its arguments. */
  public ChartSpec {
    coordinates = List.copyOf(coordinates);
    periods = Map.copyOf(periods);
  }

  @Override
  public int dimension() {
    return coordinates.size();
  }

  /** The number of independent components of a symmetric matrix, d(d+1)/2. */
  public int components() {
    return new SymmetricIndex(dimension()).size();
  }

  @Override
  public Coordinates functions() {
    return Coordinates.of(coordinates.stream().map(Symbol::new).toList());
  }

  @Override
  public List<Expr> components(List<Expr> form) {
    return form;
  }

  @Override
  public Expr density(Expr density) {
    return density;
  }

  @Override
  public List<String> invariants() {
    return DensityLoss.invariants(dimension());
  }

  @Override
  public boolean isPeriodic() {
    return !periods.isEmpty();
  }

  @Override
  public ChartInputs inputs(boolean periodic) {
    return periodic
        ? ChartInputs.periodic(lengths().stream().mapToDouble(l -> l.orElse(0)).toArray())
        : ChartInputs.coordinates(dimension());
  }

  /** The period of each coordinate that has one, in the chart's order. */
  public List<OptionalDouble> lengths() {
    return coordinates.stream().map(this::length).toList();
  }

  private OptionalDouble length(String coordinate) {
    Formula period = periods.get(coordinate);
    return period == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(Constants.valueOf(period.value()));
  }
}
