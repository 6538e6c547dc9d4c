package org.metricflows.bridge.internal.check;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.metricflows.bridge.internal.rotational.SphereEvaluators;
import org.metricflows.numeric.internal.rotational.SphereMaps;
import org.metricflows.numeric.internal.rotational.SphereProfile;

/**
 * What is checked of a flow of spheres; states are v at the points of the grid, then ℓ².
 *
 * @param v the start
 * @param initial its state: v projected, ℓ², …
 * @param maps the pointwise formulas
 * @param rate a state's ∂_t
 * @param profile a state's geometry
 */
record SpherePaths(
    double[] v,
    double[] initial,
    SphereMaps maps,
    UnaryOperator<double[]> rate,
    Function<double[], SphereProfile> profile) {

  /** ℓ² at the start. */
  double square() {
    return initial[v.length];
  }

  static SpherePaths of(SphereEvaluators evaluators) {
    return new SpherePaths(
        evaluators.v(),
        evaluators.initial(),
        evaluators.maps(),
        state -> GridPaths.rate(evaluators.flow(), state),
        evaluators::profile);
  }
}
