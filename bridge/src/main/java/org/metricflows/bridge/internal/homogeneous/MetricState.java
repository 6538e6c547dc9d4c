package org.metricflows.bridge.internal.homogeneous;

import java.util.OptionalDouble;

/**
 * A left-invariant metric and its curvature.
 *
 * @param metric g_ij in the order 11, 12, …, 22, …
 * @param volume √det g
 * @param scalar R
 * @param ricciSquared |Ric|²
 * @param scalarRate ∂_t R along the flow
 * @param ricciEigenvalues of Ric relative to g, increasing
 */
record MetricState(
    double[] metric,
    double volume,
    double scalar,
    double ricciSquared,
    double scalarRate,
    double[] ricciEigenvalues) {
  private static final double SLOWEST = 1e-3;

  /** |Ric − (R/d) g|, the defect of a soliton with constant f; it vanishes for Einstein metrics. */
  double solitonDefect() {
    double mean = scalar / ricciEigenvalues.length;
    double sum = 0;
    for (double r : ricciEigenvalues) {
      sum += (r - mean) * (r - mean);
    }
    return Math.sqrt(sum);
  }

  /**
   * When 1/R will be 0 by one step of Newton's method, t + R/∂_t R: exact for Einstein metrics. By
   * Cauchy and Schwarz ∂_t R ≥ (2/d) R² along Ricci flow, so that there is such a time wherever R >
   * 0; at fixed volume R may come to rest instead, and much slower growth is not taken for a
   * blow-up.
   */
  OptionalDouble singularTime(double t) {
    boolean runsAway = scalarRate * ricciEigenvalues.length > SLOWEST * scalar * scalar;
    return scalar > 0 && runsAway
        ? OptionalDouble.of(t + scalar / scalarRate)
        : OptionalDouble.empty();
  }
}
