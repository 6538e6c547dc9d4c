package org.metricflows.app.internal.surface;

import java.util.Arrays;
import java.util.Optional;

/**
 * Surfaces of revolution in space with a given metric a(u)² du² + r(u)² dφ²: the height z of the
 * profile has
 *
 * <pre>
 *   z'² = a² − r'²
 * </pre>
 *
 * <p>and there is none where that is negative: the circles grow faster than space lets them.
 */
public final class Embedding {

  /** How negative z'² may be, relative to its greatest value, and still be a zero. */
  private static final double ROUNDING = 1e-7;

  private Embedding() {}

  /**
   * A sphere, from pole to pole: s ∈ (0, length) at the middles of equal parts. Gauss' equation K =
   * (1 − r'²)/r² of the circles gives z' = r √K without a derivative.
   *
   * @param length from pole to pole
   * @param radius r at each point
   * @param tangential K at each point
   * @param shade at each point
   */
  public static Optional<Profile> sphere(
      double length, double[] radius, double[] tangential, double[] shade) {
    int n = radius.length;
    double[] squared = new double[n];
    for (int i = 0; i < n; i++) {
      squared[i] = radius[i] * radius[i] * tangential[i];
    }
    return roots(squared)
        .map(
            slope -> {
              double step = length / n;
              double[] height = new double[n + 2];
              height[1] = step / 4 * slope[0]; // z' falls to 0 at the pole
              for (int i = 1; i < n; i++) {
                height[i + 1] = height[i] + step / 2 * (slope[i - 1] + slope[i]);
              }
              height[n + 1] = height[n] + step / 4 * slope[n - 1];
              return new Profile(
                  between(0, radius, 0), height, between(shade[0], shade, shade[n - 1]));
            });
  }

  private static double[] between(double first, double[] values, double last) {
    double[] all = new double[values.length + 2];
    all[0] = first;
    System.arraycopy(values, 0, all, 1, values.length);
    all[values.length + 1] = last;
    return all;
  }

  /**
   * A torus or a period of a tube: a and r are periodic functions at equal steps. Where z'² has a
   * double zero z' may change its sign, and if the profile then closes, it is drawn closed.
   *
   * @param stretch a at each point
   * @param radius r at each point
   * @param step of u
   */
  public static Optional<Profile> ring(double[] stretch, double[] radius, double step) {
    int n = radius.length;
    double[] slope = Periodic.derivative(radius, step);
    double[] squared = new double[n];
    for (int i = 0; i < n; i++) {
      squared[i] = stretch[i] * stretch[i] - slope[i] * slope[i];
    }
    double[] shade = gauss(stretch, radius, slope, step);
    return roots(squared)
        .map(rise -> Periodic.signed(squared, rise))
        .map(
            rise -> {
              double[] height = new double[n + 1];
              for (int i = 0; i < n; i++) {
                height[i + 1] = height[i] + step / 2 * (rise[i] + rise[(i + 1) % n]);
              }
              return new Profile(around(radius), height, around(shade));
            });
  }

  /** K = −(r'/a)'/(a r). */
  private static double[] gauss(double[] stretch, double[] radius, double[] slope, double step) {
    int n = radius.length;
    double[] angle = new double[n];
    for (int i = 0; i < n; i++) {
      angle[i] = slope[i] / stretch[i];
    }
    double[] bend = Periodic.derivative(angle, step);
    double[] gauss = new double[n];
    for (int i = 0; i < n; i++) {
      gauss[i] = -bend[i] / (stretch[i] * radius[i]);
    }
    return gauss;
  }

  private static double[] around(double[] values) {
    double[] closed = Arrays.copyOf(values, values.length + 1);
    closed[values.length] = values[0];
    return closed;
  }

  /** The square roots; none if a number is negative beyond rounding. */
  private static Optional<double[]> roots(double[] squared) {
    double greatest = Arrays.stream(squared).max().orElse(0);
    if (Arrays.stream(squared).anyMatch(v -> !(v >= -ROUNDING * greatest))) {
      return Optional.empty();
    }
    return Optional.of(Arrays.stream(squared).map(v -> Math.sqrt(Math.max(0, v))).toArray());
  }
}
