package org.metricflows.bridge.internal.rotational;

import org.metricflows.numeric.internal.spectral.CosineGrid;
import org.metricflows.numeric.internal.spectral.CosineSeries;
import org.metricflows.symbolic.InputException;

/**
 * s(x) = ∫ χ dx from one pole, and its inverse, to the last digits.
 *
 * <p>With x = (a+b)/2 − (b−a)/2 cos θ any smooth χ is a short cosine series in θ (Chebyshev's in
 * x), whether or not it is even about the ends.
 */
final class ArcLength {
  private static final double UNRESOLVED = 1e-9;
  private static final int MAX_ITERATIONS = 60;

  private final RadialProfile profile;
  private final double half;
  private final CosineSeries lapse;
  private final double whole;

  /**
   * @throws InputException if the lapse is not positive and finite, or not smooth on this many
   *     points
   */
  ArcLength(RadialProfile profile, int points) {
    this.profile = profile;
    this.half = (profile.to() - profile.from()) / 2;
    CosineGrid grid = new CosineGrid(points);
    double[] values = new double[points];
    double[] theta = grid.points();
    for (int j = 0; j < points; j++) {
      double x = profile.from() + half * (1 - Math.cos(theta[j]));
      values[j] = profile.at(x).lapse();
      if (!(values[j] > 0 && values[j] < Double.POSITIVE_INFINITY)) {
        throw InputException.of(
            "rotational.lapse", "must be positive, but is " + values[j] + " at " + x);
      }
    }
    this.lapse = grid.series(values);
    if (lapse.tail(points - points / 8) > UNRESOLVED * lapse.coefficients()[0]) {
      throw InputException.of(
          "rotational.lapse", "it is not smooth on the interval, or takes more rotational.points");
    }
    this.whole = at(Math.PI);
  }

  /** The length from pole to pole. */
  double whole() {
    return whole;
  }

  /** ∫ cos kθ sin θ dθ = ½[(1−cos(k+1)θ)/(k+1) − (1−cos(k−1)θ)/(k−1)], term by term. */
  private double at(double theta) {
    double[] c = lapse.coefficients();
    double sum = 0;
    for (int k = c.length - 1; k >= 0; k--) {
      sum += c[k] * (cap(k + 1, theta) - cap(k - 1, theta));
    }
    return half * sum / 2;
  }

  /** (1 − cos mθ)/m. */
  private static double cap(int m, double theta) {
    double sine = Math.sin(m * theta / 2);
    return m == 0 ? 0 : 2 * sine * sine / m;
  }

  /** The x at an arc length, by Newton's method from a guess. */
  double coordinate(double s, double guess) {
    double x = guess;
    for (int i = 0; i < MAX_ITERATIONS; i++) {
      double theta = 2 * Math.asin(Math.sqrt(Math.min(1, (x - profile.from()) / (2 * half))));
      double next = x - (at(theta) - s) / profile.at(x).lapse();
      next = Math.max(profile.from(), Math.min(profile.to(), next));
      if (Math.abs(next - x) <= 2 * Math.ulp(half + Math.abs(x))) {
        return next;
      }
      x = next;
    }
    return x;
  }
}
