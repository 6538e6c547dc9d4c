package org.metricflows.symbolic.internal.evolution;

import java.util.List;
import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.derivation.Jet;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.network.Ansatz;

/**
 * Ricci flow in DeTurck's gauge, ∂_t g = −2 Ric + L_W g with the field W of {@link DeTurckField}
 * (DeTurck, J. Differential Geom. 18 (1983) 157): strictly parabolic, and Ricci flow up to the
 * diffeomorphisms that W generates. L_W g is no multiple of g, so that the metrics are {@code
 * additive} ones.
 *
 * @param ansatz how f makes the metric, an additive one
 * @param dimension d
 */
public record DeTurckFlow(Ansatz ansatz, int dimension) {

  /**
   * Jets of f and of the reference, then the outputs of {@link BackgroundConnection#symbols} ↦
   * −2R_ij + (L_W g)_ij.
   */
  public Derivation velocity() {
    EvolvingMetric metric = EvolvingMetric.of(ansatz, dimension);
    List<Jet> field = DeTurckField.define(metric);
    Curvature geometry = metric.geometry();
    return metric
        .builder()
        .build(
            metric.define(
                "speed",
                (i, j) ->
                    geometry.ricci(i, j).times(-2).plus(geometry.lieDerivative(field, i, j))));
  }
}
