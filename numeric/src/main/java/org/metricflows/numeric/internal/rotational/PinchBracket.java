package org.metricflows.numeric.internal.rotational;

import java.util.Optional;

/**
 * Two times between which a neck pinches.
 *
 * <p>At a neck ψ_s = 0, so that its radius ρ obeys d(ρ²)/dt = −2(n−2) + 2ψψ_ss. The bending ψψ_ss
 * is not negative, hence ρ² falls at most at the rate 2(n−2), and the neck cannot pinch before
 * {@code earliest}. Near the pinch the bending tends to zero (a neck becomes a cylinder, as
 * 1/|log(T−t)|); if it does not grow from now on, ρ² falls at least at its present rate, which
 * gives {@code latest}.
 *
 * @param earliest t + ρ²/(2(n−2)), a bound without further assumption
 * @param latest t + ρ²/(2(n−2) − 2ψψ_ss), a bound if the bending does not grow
 */
public record PinchBracket(double earliest, double latest) {

  /**
   * The bracket as seen at a time; none without a neck, on surfaces (whose necks do not pinch), and
   * while the neck does not shrink.
   */
  public static Optional<PinchBracket> of(int dimension, double t, SphereProfile profile) {
    double rate = 2.0 * (dimension - 2);
    return profile
        .neck()
        .filter(neck -> rate > 2 * neck.bending())
        .map(
            neck -> {
              double square = neck.radius() * neck.radius();
              return new PinchBracket(t + square / rate, t + square / (rate - 2 * neck.bending()));
            });
  }

  /** The middle. */
  public double estimate() {
    return (earliest + latest) / 2;
  }

  /** Half the width. */
  public double uncertainty() {
    return (latest - earliest) / 2;
  }
}
