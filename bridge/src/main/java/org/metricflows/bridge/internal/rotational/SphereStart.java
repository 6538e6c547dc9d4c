package org.metricflows.bridge.internal.rotational;

import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.numeric.internal.rotational.NeckMesh;
import org.metricflows.numeric.internal.rotational.SphereMesh;
import org.metricflows.numeric.internal.spectral.CosineGrid;
import org.metricflows.numeric.internal.spectral.EvenGrid;
import org.metricflows.numeric.internal.spectral.EvenSeries;
import org.metricflows.symbolic.InputException;
import org.metricflows.symbolic.internal.rotational.RadialMetric;

/**
 * The start of a flow of spheres: the spec's formulas in the coordinate that is in proportion to
 * arc length.
 *
 * @param mesh where its points are
 * @param v (ψ/ℓ − sin x)/sin³ x at them
 * @param state v and ℓ², with πℓ the length from pole to pole, as the mesh has them
 */
record SphereStart(SphereMesh mesh, double[] v, double[] state) {
  private static final double TOLERANCE = 1e-8;
  private static final double UNRESOLVED = 1e-6;
  private static final int FINER = 4;

  /**
   * At points in proportion to arc length.
   *
   * @throws InputException naming the field, if the formulas do not state a smooth sphere that the
   *     grid resolves
   */
  static SphereStart even(Compiler compiler, RadialMetric metric, int points) {
    RadialProfile profile = RadialProfile.of(compiler, metric);
    ArcLength length = length(profile, points);
    EvenGrid grid = new CosineGrid(points);
    return on(SphereMesh.even(grid), grid, profile, length);
  }

  /**
   * At points that move into the narrowest neck.
   *
   * @throws InputException naming the field, if the formulas do not state a smooth sphere that the
   *     grid resolves
   */
  static SphereStart adaptive(Compiler compiler, RadialMetric metric, int points) {
    RadialProfile profile = RadialProfile.of(compiler, metric);
    ArcLength length = length(profile, points);
    EvenGrid seen = new CosineGrid(FINER * points);
    NeckMesh mesh = new NeckMesh(points);
    return on(mesh, mesh.suiting(seen, sample(profile, length, seen)), profile, length);
  }

  private static ArcLength length(RadialProfile profile, int points) {
    ArcLength length = new ArcLength(profile, FINER * points);
    double scale = length.whole() / Math.PI;
    requirePole(profile, profile.from(), 1, scale, "first");
    requirePole(profile, profile.to(), -1, scale, "last");
    return length;
  }

  private static SphereStart on(
      SphereMesh mesh, EvenGrid grid, RadialProfile profile, ArcLength length) {
    double scale = length.whole() / Math.PI;
    double[] v = sample(profile, length, grid);
    requireResolved(grid, v, sample(profile, length, new CosineGrid(2 * grid.size())));
    return new SphereStart(mesh, v, mesh.state(grid, v, scale * scale));
  }

  /** v at the points of a grid. */
  private static double[] sample(RadialProfile profile, ArcLength length, EvenGrid grid) {
    double scale = length.whole() / Math.PI;
    double[] x = grid.points();
    double[] sines = grid.sines();
    double[] v = new double[x.length];
    double at = profile.from();
    for (int j = 0; j < x.length; j++) {
      at = length.coordinate(scale * x[j], guess(profile, at, length.whole() / x.length));
      double radius = requirePositive(profile.at(at).radius(), at);
      v[j] = (radius / scale - sines[j]) / Math.pow(sines[j], 3);
    }
    return v;
  }

  /** Compares the radius of the grid's series with the radius between the grid's points. */
  private static void requireResolved(EvenGrid grid, double[] v, double[] finer) {
    EvenGrid between = new CosineGrid(finer.length);
    EvenSeries series = grid.series(v).truncated(grid.modes());
    double[] x = between.points();
    double[] sines = between.sines();
    double error = 0;
    for (int j = 0; j < x.length; j++) {
      double square = sines[j] * sines[j];
      double difference = square * (series.value(x[j]) - finer[j]) / (1 + square * finer[j]);
      error = Math.max(error, Math.abs(difference));
    }
    if (!(error <= UNRESOLVED)) {
      throw InputException.of(
          "rotational.points",
          ""
              + grid.size()
              + " do not resolve the radius (its relative error is "
              + error
              + ", at most "
              + UNRESOLVED
              + " is allowed); use more, unless the radius is not smooth: an odd function of arc"
              + " length about each pole");
    }
  }

  private static double guess(RadialProfile profile, double x, double step) {
    double lapse = profile.at(x).lapse();
    double next = lapse > 0 ? x + step / lapse : x + step;
    return next < profile.to() ? next : (x + profile.to()) / 2;
  }

  /** A smooth metric closes with ψ = 0 and ψ_s = ±1. */
  private static void requirePole(
      RadialProfile profile, double x, int sign, double scale, String which) {
    RadialProfile.Values values = profile.at(x);
    if (!(Math.abs(values.radius()) <= TOLERANCE * scale)) {
      throw InputException.of(
          "rotational.radius",
          "must be 0 at the " + which + " pole, " + x + ", but is " + values.radius());
    }
    double slope = values.slope() / values.lapse();
    if (!(Math.abs(slope - sign) <= TOLERANCE)) {
      throw InputException.of(
          "rotational.radius",
          "its derivative by arc length (rotational.lapse counts) must be "
              + sign
              + " at the "
              + which
              + " pole, "
              + x
              + ", or the metric has a cone there, but is "
              + slope);
    }
  }

  private static double requirePositive(double radius, double x) {
    if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
      throw InputException.of(
          "rotational.radius", "must be positive between the poles, but is " + radius + " at " + x);
    }
    return radius;
  }
}
