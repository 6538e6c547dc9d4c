package org.metricflows.symbolic.internal.evolution;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.network.Ansatz;

/**
 * Ricci flow at fixed volume, ∂_t g = −2 Ric + (2/d) r g with r = ∫R dV / ∫dV (Hamilton, J.
 * Differential Geom. 17 (1982) 255).
 *
 * <p>r is one number for the whole manifold, so that a derivation, which knows one point, gives the
 * parts: the velocity without r, what r multiplies, and the two densities of r.
 *
 * @param flow without the normalisation
 */
public record NormalisedRicciFlow(RicciFlow flow) {

  /** The flow of an ansatz's metrics; refuses what {@link RicciFlow} refuses. */
  public static NormalisedRicciFlow of(Ansatz ansatz, int dimension) {
    return new NormalisedRicciFlow(new RicciFlow(ansatz, dimension));
  }

  /**
   * Jets of f and of the reference ↦ the velocity of {@link RicciFlow#velocity}, then what r
   * multiplies (g_ij·2/d, or 1/d of conformal surfaces), then R√g and √g.
   */
  public Derivation parts() {
    EvolvingMetric metric = EvolvingMetric.of(flow.ansatz(), flow.dimension());
    Derivation.Builder builder = metric.builder();
    Curvature geometry = metric.geometry();
    List<String> outputs = new ArrayList<>(flow.velocity(metric));
    outputs.addAll(growth(metric));
    builder.define("rdv", "R\\sqrt{g}", geometry.scalar().times(geometry.sqrtDet()));
    builder.define("dv", "\\sqrt{g}", geometry.sqrtDet());
    outputs.addAll(List.of("rdv", "dv"));
    return builder.build(outputs);
  }

  private List<String> growth(EvolvingMetric metric) {
    int d = flow.dimension();
    if (RicciFlow.isConformalSurface(flow.ansatz(), d)) {
      metric.builder().define("growth", Rational.ONE.over(d));
      return List.of("growth");
    }
    return metric.define("growth", (i, j) -> metric.geometry().metric().g(i, j).times(2).over(d));
  }
}
