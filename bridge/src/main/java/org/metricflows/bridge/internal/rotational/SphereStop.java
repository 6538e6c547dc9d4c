package org.metricflows.bridge.internal.rotational;

import java.util.function.Function;
import org.metricflows.numeric.internal.flow.StopCondition;
import org.metricflows.numeric.internal.rotational.SphereProfile;

/**
 * Ends the flow of a sphere when its neck, or the whole, has shrunk to a fraction of its start, or
 * when the grid does not resolve it any longer.
 *
 * @param profile reads a state
 * @param start the profile at the start
 * @param fraction of the radius of the neck, and of the largest radius
 */
record SphereStop(Function<double[], SphereProfile> profile, SphereProfile start, double fraction)
    implements StopCondition {
  /** The relative error of the radius at which a profile is no longer resolved. */
  private static final double UNRESOLVED = 0.01;

  @Override
  public double value(double t, double[] y, double[] yDot) {
    SphereProfile now = profile.apply(y);
    return Math.min(Math.min(neck(now), whole(now)), resolution(now));
  }

  /** How far the neck is from its end; 1 without a neck. */
  private double neck(SphereProfile now) {
    if (start.neck().isEmpty() || now.neck().isEmpty()) {
      return 1;
    }
    return now.neck().get().radius() / start.neck().get().radius() - fraction;
  }

  private double whole(SphereProfile now) {
    return now.maximalRadius() / start.maximalRadius() - fraction;
  }

  private double resolution(SphereProfile now) {
    return 1 - now.resolution() / UNRESOLVED;
  }

  @Override
  public String reason(double t, double[] y) {
    SphereProfile now = profile.apply(y);
    double least = value(t, y, y);
    if (least == neck(now)) {
      return "the neck pinches: its radius has fallen to " + fraction + " of that at the start";
    }
    if (least == whole(now)) {
      return "the sphere collapses: its largest radius has fallen to "
          + fraction
          + " of that at the start";
    }
    return "the grid no longer resolves the profile; use more rotational.points";
  }
}
