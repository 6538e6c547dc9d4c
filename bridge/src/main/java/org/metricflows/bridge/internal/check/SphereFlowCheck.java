package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Gamma;
import org.metricflows.numeric.internal.rotational.SphereProfile;
import org.metricflows.numeric.internal.spectral.EvenGrid;

/**
 * The flow of spheres on its grid and what is read off its states.
 *
 * <p>Tolerances: what a smooth state's flow has beyond the grid's modes, and rounding, which two
 * derivatives multiply by the square of the number of modes.
 */
final class SphereFlowCheck {
  private static final int MOST_POINTS = 16;
  private static final int WAVES = 3;
  private static final double LARGEST = 0.3;
  private static final int MODES_OF_A_NECK = 60;
  private static final double NECK = -0.7;
  private static final double STEP = 1e-3;
  private static final int SEARCHED = 240;

  private final int n;
  private final EvenGrid grid;
  private final SpherePaths paths;
  private final double size;
  private final double square;
  private final List<EvenWave> spheres = new ArrayList<>();

  SphereFlowCheck(int dimension, EvenGrid grid, SpherePaths paths, Random random) {
    this.n = dimension;
    this.grid = grid;
    this.paths = paths;
    this.size = Math.min(LARGEST, Math.pow(10, -48.0 / grid.modes()));
    this.square = 1.3 * paths.square();
    EvenWave wave = EvenWave.random(WAVES, size, random);
    spheres.add(wave);
    if (grid.modes() >= MODES_OF_A_NECK) {
      spheres.add(wave.plus(NECK));
    }
  }

  private double[] state(EvenWave v) {
    double[] state = paths.initial().clone();
    System.arraycopy(v.at(grid.points()), 0, state, 0, grid.size());
    state[grid.size()] = square;
    return state;
  }

  private int[] chosen() {
    return Subject.some(grid.size(), MOST_POINTS);
  }

  /** Points move by −∫ Ric(∂_s, ∂_s) ds from their pole, less their share of the whole. */
  CheckResult rightHandSide() {
    double tolerance = 1e-8 + 1e-13 / size;
    Comparison comparison =
        new Comparison(RightHandSide.NAME, Oracles.STRUCTURE + " and quadrature", tolerance);
    for (EvenWave v : spheres) {
      SphereOracle sphere = new SphereOracle(n, v);
      double[] rate = paths.rate().apply(state(v));
      double whole = SphereOracle.integral(sphere::radialRicci, 0, Math.PI);
      double growth = -whole / Math.PI / square;
      String group = "sphere " + spheres.indexOf(v);
      comparison.add(group + " length", "length", rate[grid.size()], 2 * square * growth);
      for (int j : chosen()) {
        double x = grid.points()[j];
        double psi = sphere.radius(x);
        double drift =
            -(SphereOracle.integral(sphere::radialRicci, 0, x) - x / Math.PI * whole) / square;
        double ricci = sphere.curvature(x).tangentialRicci() / square;
        double speed = -ricci * psi - sphere.slope(x) * drift;
        double cube = Math.pow(grid.sines()[j], 3);
        String at = " at point " + j + " of " + group;
        comparison.add(group + " radius", "radius" + at, growth * psi + cube * rate[j], speed);
        if (cube > 0.1) {
          comparison.add(group + " v", "v" + at, rate[j], (speed - growth * psi) / cube);
        }
      }
    }
    return comparison.result(chosen().length * spheres.size());
  }

  /** d/dt ∫dV = −∫R dV, and d(ρ²)/dt = −2(n−2) + 2ψψ_ss at a neck of radius ρ. */
  CheckResult rates() {
    Comparison comparison = new Comparison("rates", CentralDifference.NAME, 1e-7);
    for (EvenWave v : spheres) {
      String name = " of sphere " + spheres.indexOf(v);
      double[] state = state(v);
      double[] rate = paths.rate().apply(state);
      SphereProfile profile = paths.profile().apply(state);
      double step = STEP * square / Math.abs(rate[grid.size()]);
      double volume =
          CentralDifference.of(h -> paths.profile().apply(moved(state, rate, h)).volume(), step);
      comparison.add("volume" + name, "volume" + name, volume, -profile.integratedScalar());
      if (profile.neck().isPresent()) {
        double speed =
            CentralDifference.of(
                h -> Math.pow(neck(paths.profile().apply(moved(state, rate, h))), 2), step);
        double expected = -2.0 * (n - 2) + 2 * profile.neck().get().bending();
        comparison.add("neck" + name, "neck" + name, speed, expected);
      }
    }
    return comparison.result(spheres.size());
  }

  private static double[] moved(double[] state, double[] rate, double h) {
    double[] moved = state.clone();
    for (int j = 0; j < moved.length; j++) {
      moved[j] += h * rate[j];
    }
    return moved;
  }

  private static double neck(SphereProfile profile) {
    return profile.neck().map(SphereProfile.Neck::radius).orElse(Double.NaN);
  }

  CheckResult profile() {
    Comparison comparison = new Comparison("profile", "quadrature and search", 1e-8);
    double scale = Math.sqrt(square);
    for (EvenWave v : spheres) {
      SphereOracle sphere = new SphereOracle(n, v);
      SphereProfile profile = paths.profile().apply(state(v));
      String at = " of sphere " + spheres.indexOf(v);
      comparison.add("length" + at, "length" + at, profile.length(), Math.PI * scale);
      integrals(comparison, at, sphere, profile, scale);
      extremes(comparison, at, sphere, profile, scale);
      for (int j : chosen()) {
        double x = grid.points()[j];
        WarpedMetric.At planes = sphere.planes(x);
        String name = " at point " + j + at;
        comparison.add(
            "radius" + at, "radius" + name, profile.radius()[j], scale * sphere.radius(x));
        double radial = planes.radial() / square;
        double tangential = planes.tangential() / square;
        comparison.add("curvature" + at, "K_rad" + name, profile.radial()[j], radial);
        comparison.add("curvature" + at, "K_tan" + name, profile.tangential()[j], tangential);
      }
    }
    return comparison.result(chosen().length * spheres.size());
  }

  private void integrals(
      Comparison comparison, String at, SphereOracle sphere, SphereProfile profile, double scale) {
    double unit = 2 * Math.pow(Math.PI, n / 2.0) / Gamma.gamma(n / 2.0) * Math.pow(scale, n);
    DoubleUnaryOperator density = x -> unit * Math.pow(sphere.radius(x), n - 1.0);
    double volume = SphereOracle.integral(density::applyAsDouble, 0, Math.PI);
    comparison.add("volume" + at, "volume" + at, profile.volume(), volume);
    double curvature =
        n == 2
            ? 8 * Math.PI // Gauss and Bonnet
            : SphereOracle.integral(x -> density.applyAsDouble(x) * sphere.scalar(x), 0, Math.PI)
                / square;
    comparison.add("int R" + at, "int R" + at, profile.integratedScalar(), curvature);
  }

  private void extremes(
      Comparison comparison, String at, SphereOracle sphere, SphereProfile profile, double scale) {
    Extremes radii = Extremes.of(sphere::radius, SEARCHED);
    comparison.add(
        "radius" + at, "maximal radius" + at, profile.maximalRadius(), scale * radii.greatest());
    OptionalDouble neck = radii.leastInside();
    comparison.add("neck" + at, "neck" + at, neck(profile), scale * neck.orElse(Double.NaN));
    if (neck.isPresent()) {
      DoubleUnaryOperator bending = x -> -sphere.planes(x).radial() * Math.pow(sphere.radius(x), 2);
      double expected = bending.applyAsDouble(radii.whereLeastInside());
      double actual = profile.neck().map(SphereProfile.Neck::bending).orElse(Double.NaN);
      comparison.add("bending" + at, "bending" + at, actual, expected);
    }
    Extremes scalars = Extremes.of(sphere::scalar, SEARCHED);
    comparison.add("R" + at, "R_min" + at, profile.leastScalar(), scalars.least() / square);
    comparison.add("R" + at, "R_max" + at, profile.greatestScalar(), scalars.greatest() / square);
  }
}
