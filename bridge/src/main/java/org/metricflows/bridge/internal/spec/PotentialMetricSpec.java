package org.metricflows.bridge.internal.spec;

import org.metricflows.symbolic.internal.kahler.Features;

/**
 * A Kähler metric g_FS + ∂∂̄φ.
 *
 * @param features what the potential is a function of
 * @param ricciPoints at how many points at most records measure its Ricci curvature; 0 for not
 */
public record PotentialMetricSpec(Features features, int ricciPoints) {
  static final int RICCI_POINTS = 1000;

  /** Of invariant features, with the Ricci curvature measured at 1000 points at most. */
  public static PotentialMetricSpec standard() {
    return new PotentialMetricSpec(Features.INVARIANT, RICCI_POINTS);
  }
}
