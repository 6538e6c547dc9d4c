package org.metricflows.bridge.internal.check;

import java.util.List;
import org.hipparchus.complex.Complex;
import org.metricflows.bridge.internal.spec.VarietySpec;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.internal.kahler.Features;

/** The points of a variety and what belongs to them. */
final class VarietyPointsCheck {
  private static final double STEP = 1e-3;

  private final VarietySample sample;
  private final FeatureOracle oracle;
  private final NearbyPoints nearby;

  /**
   * @param stated the variety that the independent paths go by
   */
  VarietyPointsCheck(VarietySample sample, VarietySpec stated) {
    this.sample = sample;
    this.oracle = new FeatureOracle(sample, Features.INVARIANT);
    this.nearby = nearby(sample, stated);
  }

  /** Points of a stated variety near those of a sample. */
  static NearbyPoints nearby(VarietySample sample, VarietySpec stated) {
    return new NearbyPoints(stated.variety(), sample);
  }

  List<CheckResult> results() {
    return List.of(pullBack(), volumeForm(), fubiniStudy());
  }

  private int points() {
    return Math.min(KahlerCheck.MOST_POINTS, sample.points());
  }

  /** Differences with steps of 1e-3 err by h⁶ and by rounding of 1e-13. */
  private CheckResult pullBack() {
    Comparison comparison = new Comparison("pull-back", CentralDifference.NAME, 1e-9);
    int n = sample.coordinates();
    for (int p = 0; p < points(); p++) {
      for (int a = 0; a < sample.dimension(); a++) {
        int point = p;
        int direction = a;
        double[] slopes =
            CentralDifference.ofAll(
                h -> parts(nearby.moved(point, direction, new Complex(h))), STEP);
        for (int i = 0; i < n; i++) {
          for (int part = 0; part < 2; part++) {
            double actual = sample.pullback()[2 * (a * n + i) + part][p];
            String name = "J^" + i + "_" + (a + 1) + " at point " + p;
            comparison.add("J", name, actual, slopes[2 * i + part]);
          }
        }
      }
    }
    return comparison.result(points());
  }

  private static double[] parts(Complex[] z) {
    double[] parts = new double[2 * z.length];
    for (int i = 0; i < z.length; i++) {
      parts[2 * i] = z[i].getReal();
      parts[2 * i + 1] = z[i].getImaginary();
    }
    return parts;
  }

  private CheckResult volumeForm() {
    Comparison comparison = new Comparison("volume form", "monomials", 1e-11);
    for (int p = 0; p < points(); p++) {
      double expected = nearby.omegaSquared(p);
      comparison.add("|Omega|^2", "at point " + p, sample.omegaSquared()[p], expected);
    }
    return comparison.result(points());
  }

  private CheckResult fubiniStudy() {
    Comparison comparison = new Comparison("Fubini-Study metric", Oracles.STRUCTURE, 1e-12);
    int numbers = sample.dimension() * sample.dimension();
    for (int p = 0; p < points(); p++) {
      double[] jet = oracle.fubiniStudy(p);
      for (int k = 0; k < numbers; k++) {
        double expected = jet[jet.length - numbers + k];
        String name = "number " + k + " at point " + p;
        comparison.add("g", name, sample.fubiniStudy()[k][p], expected);
      }
    }
    return comparison.result(points());
  }
}
