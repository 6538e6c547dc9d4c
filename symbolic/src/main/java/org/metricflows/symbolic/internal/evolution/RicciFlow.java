package org.metricflows.symbolic.internal.evolution;

import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.network.Ansatz;
import org.metricflows.symbolic.network.ChartAnsatz;

/**
 * Ricci flow, ∂_t g = −2 Ric (Hamilton, J. Differential Geom. 17 (1982) 255).
 *
 * <p>On a surface Ric = ½ R g, so that conformal metrics g = e^{2f} g₀ stay conformal and ∂_t f =
 * −½ R.
 *
 * @param ansatz how f makes the metric
 * @param dimension d
 */
public record RicciFlow(Ansatz ansatz, int dimension) {

  /**
   * @throws IllegalArgumentException if the flow leaves the metrics that the ansatz makes
   */
  public RicciFlow {
    if (!isCarriedBy(ansatz, dimension)) {
      throw new IllegalArgumentException(
          "Ricci flow: does not stay within " + ansatz.key() + " metrics");
    }
  }

  /** Whether the flow stays within an ansatz: additive, or conformal on surfaces. */
  public static boolean isCarriedBy(Ansatz ansatz, int dimension) {
    return ansatz.isAdditive() || isConformalSurface(ansatz, dimension);
  }

  static boolean isConformalSurface(Ansatz ansatz, int dimension) {
    return ansatz == ChartAnsatz.CONFORMAL && dimension == 2;
  }

  /** Jets of f and of the reference ↦ ∂_t f: −2R_11, −2R_12, …, or −½R of conformal surfaces. */
  public Derivation velocity() {
    EvolvingMetric metric = EvolvingMetric.of(ansatz, dimension);
    return metric.builder().build(velocity(metric));
  }

  /** Writes the velocity and returns its names. */
  List<String> velocity(EvolvingMetric metric) {
    if (isConformalSurface(ansatz, dimension)) {
      metric.builder().define("speed", "\\partial_t f", metric.geometry().scalar().over(-2));
      return List.of("speed");
    }
    return metric.define("speed", (i, j) -> metric.geometry().ricci(i, j).times(-2));
  }
}
