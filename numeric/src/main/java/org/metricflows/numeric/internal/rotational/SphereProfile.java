package org.metricflows.numeric.internal.rotational;

import java.util.Optional;
import org.metricflows.numeric.internal.spectral.EvenGrid;

/**
 * The geometry of a sphere at one time.
 *
 * <p>Extremes of the scalar curvature are sought beside the extreme points of the grid, at the
 * poles, and where the radius has an extremum. Arrays are {@code [point]} over the grid and not
 * copied.
 *
 * @param length from pole to pole
 * @param maximalRadius the largest ψ
 * @param neck the narrowest sphere between two wider ones, if there is one
 * @param leastScalar the least scalar curvature
 * @param greatestScalar the greatest scalar curvature
 * @param volume ∫ dV
 * @param integratedScalar ∫ R dV
 * @param resolution the largest coefficient in the last eighth of the modes of v, over the least p
 *     if that is below 1: about the relative error of the radius
 * @param radius ψ
 * @param radial K_rad
 * @param tangential K_tan
 */
public record SphereProfile(
    double length,
    double maximalRadius,
    Optional<Neck> neck,
    double leastScalar,
    double greatestScalar,
    double volume,
    double integratedScalar,
    double resolution,
    double[] radius,
    double[] radial,
    double[] tangential) {

  /**
   * A local minimum of the radius.
   *
   * @param radius ψ
   * @param bending ψψ_ss ≥ 0
   */
  public record Neck(double radius, double bending) {}

  /** Reads a state of a {@link SphereFlow}: v at the points, then ℓ². */
  public static SphereProfile of(int dimension, EvenGrid grid, SphereMaps maps, double[] state) {
    return new ProfileReader(dimension, grid, maps, state).read();
  }

  /**
   * The columns {@code radius}, {@code radial} and {@code tangential} at other points of [0, π].
   */
  public static double[][] columns(
      int dimension, EvenGrid grid, SphereMaps maps, double[] state, double[] points) {
    return new ProfileReader(dimension, grid, maps, state).columns(points);
  }
}
