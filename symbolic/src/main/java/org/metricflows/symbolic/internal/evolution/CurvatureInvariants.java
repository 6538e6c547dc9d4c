package org.metricflows.symbolic.internal.evolution;

import org.metricflows.symbolic.derivation.Derivation;
import org.metricflows.symbolic.geometry.Curvature;
import org.metricflows.symbolic.network.Ansatz;

/**
 * The scalars of a metric that observables integrate, volume ∫√g dx, total curvature ∫R√g dx and
 * the like.
 *
 * @param ansatz how f makes the metric
 * @param dimension d
 */
public record CurvatureInvariants(Ansatz ansatz, int dimension) {

  /** Jets of f and of the reference ↦ R, √g, |Ric|². */
  public Derivation densities() {
    EvolvingMetric metric = EvolvingMetric.of(ansatz, dimension);
    Derivation.Builder builder = metric.builder();
    Curvature geometry = metric.geometry();
    builder.define("outR", "R", geometry.scalar());
    builder.define("dv", "\\sqrt{g}", geometry.sqrtDet());
    builder.define("outRic2", "|\\mathrm{Ric}|^2", geometry.ricciSquared());
    return builder.build("outR", "dv", "outRic2");
  }
}
