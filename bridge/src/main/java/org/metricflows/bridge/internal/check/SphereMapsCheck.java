package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.rotational.SphereMaps;

/**
 * The pointwise formulas of a flow of spheres, at random points for random functions v and h.
 *
 * <p>With points held, ψ moves by −Ric_tan ψ; points that keep their share of the length drift by b
 * = (n−1)((log p)' + h sin x), and the length changes at the relative rate −(n−1)(1 − ē), ē = e −
 * (h sin x)'. Whatever h, that gives ∂_t v.
 *
 * <p>Tolerance: points are 0.3 away from the poles, where this path divides by sin³ x.
 */
final class SphereMapsCheck {
  private static final int POINTS = 24;
  private static final int WAVES = 4;
  private static final double SIZE = 0.5;
  private static final double MARGIN = 0.3;
  private static final double STEP = 1e-2;

  private final int n;
  private final SphereMaps maps;
  private final Comparison stretching;
  private final Comparison velocity;
  private final Comparison geometry;
  private final Comparison differences;

  SphereMapsCheck(int dimension, SphereMaps maps) {
    this.n = dimension;
    this.maps = maps;
    this.stretching = new Comparison("stretching", Oracles.STRUCTURE, 1e-11);
    this.velocity = new Comparison("velocity", Oracles.STRUCTURE, 1e-10);
    this.geometry = new Comparison("geometry", Oracles.STRUCTURE, 1e-11);
    this.differences = new Comparison("geometry", CentralDifference.NAME, 1e-7);
  }

  List<CheckResult> results(Random random) {
    for (int point = 0; point < POINTS; point++) {
      double x = random.nextDouble(MARGIN, Math.PI - MARGIN);
      EvenWave v = EvenWave.random(WAVES, SIZE, random);
      compare(point, x, new SphereOracle(n, v), EvenWave.random(WAVES, 1, random));
    }
    return List.of(
        stretching.result(POINTS),
        velocity.result(POINTS),
        geometry.result(POINTS),
        differences.result(POINTS));
  }

  private void compare(int point, double x, SphereOracle sphere, EvenWave h) {
    String at = " at point " + point;
    DerivativeStructure at2 = SphereOracle.variable(x, 2);
    double sine = Math.sin(x);
    DerivativeStructure v = sphere.v().at(at2);
    DerivativeStructure held = h.at(at2);
    double[] in = {
      Math.cos(x),
      sine,
      v.getValue(),
      v.getPartialDerivative(1) / sine,
      v.getPartialDerivative(2),
      held.getValue(),
      held.getPartialDerivative(1) / sine
    };
    DerivativeStructure logStretch = sphere.stretch(at2).log();
    WarpedMetric.At planes = sphere.planes(x);
    WarpedMetric.At curvature = sphere.curvature(x);
    double e = 1 - planes.radial() - logStretch.getPartialDerivative(2);
    stretching.add("e", "e" + at, first(in, 4, maps.stretching())[0], e);
    DerivativeStructure drift = held.multiply(at2.sin());
    double mean = e - drift.getPartialDerivative(1);
    double moved = (n - 1) * (logStretch.getPartialDerivative(1) + drift.getValue());
    double radius = sphere.radius(x);
    double speed = -curvature.tangentialRicci() * radius - sphere.slope(x) * moved;
    double expected = (speed + (n - 1) * (1 - mean) * radius) / Math.pow(sine, 3);
    velocity.add("vt", "vt" + at, first(in, 7, maps.velocity())[0], expected, Math.abs(speed));
    double[] told = first(in, 5, maps.geometry());
    geometry(at, told, sphere, x, planes, curvature.scalar());
    differences(at, told, sphere, x);
  }

  private static double[] first(double[] in, int count, ColumnMap map) {
    return Subject.evaluate(map, Arrays.copyOf(in, count));
  }

  private void geometry(
      String at,
      double[] told,
      SphereOracle sphere,
      double x,
      WarpedMetric.At planes,
      double scalar) {
    geometry.add("psi", "psi" + at, told[0], sphere.radius(x));
    geometry.add("psi_s", "psi_s" + at, told[1], sphere.slope(x));
    geometry.add("K_rad", "K_rad" + at, told[2], planes.radial());
    geometry.add("K_tan", "K_tan" + at, told[3], planes.tangential());
    geometry.add("R", "R" + at, told[4], scalar);
  }

  private void differences(String at, double[] told, SphereOracle sphere, double x) {
    double psi = sphere.radius(x);
    double slope = CentralDifference.of(h -> sphere.radius(x + h), STEP);
    double bend = CentralDifference.second(h -> sphere.radius(x + h), STEP);
    double radial = -bend / psi;
    double tangential = (1 - slope * slope) / (psi * psi);
    differences.add("psi_s", "psi_s" + at, told[1], slope);
    differences.add("K_rad", "K_rad" + at, told[2], radial);
    differences.add("K_tan", "K_tan" + at, told[3], tangential);
    double scalar = (n - 1) * (2 * radial + (n - 2) * tangential);
    differences.add("R", "R" + at, told[4], scalar);
  }
}
