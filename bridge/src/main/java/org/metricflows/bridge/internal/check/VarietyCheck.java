package org.metricflows.bridge.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hipparchus.complex.Complex;
import org.metricflows.bridge.internal.spec.CalabiYauSpec;
import org.metricflows.bridge.internal.spec.VarietySpec;
import org.metricflows.numeric.internal.network.FeatureJets;
import org.metricflows.numeric.internal.variety.VarietySample;

/** The points of a variety, what belongs to them, and their features. */
final class VarietyCheck {
  private static final double STEP = 1e-3;

  private final VarietySample sample;
  private final VarietySpec stated;
  private final FeatureJets features;
  private final FeatureOracle oracle;
  private final NearbyPoints nearby;

  /**
   * @param stated the spec that the independent paths go by
   */
  VarietyCheck(VarietySample sample, FeatureJets features, CalabiYauSpec stated) {
    this.sample = sample;
    this.stated = stated.variety();
    this.features = features;
    this.oracle = new FeatureOracle(sample, stated.features());
    this.nearby = VarietyPointsCheck.nearby(sample, this.stated);
  }

  List<CheckResult> run(Consumer<String> progress) {
    progress.accept("points");
    List<CheckResult> results = new ArrayList<>(new VarietyPointsCheck(sample, stated).results());
    progress.accept("features");
    results.add(features());
    results.add(featuresAlongTheVariety());
    return results;
  }

  private int points() {
    return Math.min(KahlerCheck.MOST_POINTS, sample.points());
  }

  private interface Functions {
    double[] at(Complex[] z);
  }

  /** Derivatives of functions on the variety as u^a moves in a direction of the complex plane. */
  private double[] alongTheVariety(int p, int a, Complex direction, Functions functions) {
    return CentralDifference.ofAll(
        h -> functions.at(nearby.moved(p, a, direction.multiply(h))), STEP);
  }

  private double[] rows(int p) {
    int size = features.basis().size();
    double[] rows = new double[size * features.inputs()];
    features.fill(new int[] {p}, 0, 1, rows);
    return rows;
  }

  private CheckResult features() {
    Comparison comparison = new Comparison("feature jets", Oracles.STRUCTURE, 1e-12);
    int count = features.inputs();
    for (int p = 0; p < points(); p++) {
      double[] rows = rows(p);
      double[][] expected = oracle.jets(p);
      for (int f = 0; f < count; f++) {
        for (int c = 0; c < expected[f].length; c++) {
          String name = "feature " + f + ", coefficient " + c + ", at point " + p;
          comparison.add(order(c), name, rows[c * count + f], expected[f][c]);
        }
      }
    }
    return comparison.result(points());
  }

  private String order(int coefficient) {
    return PotentialCheck.order(coefficient, sample.dimension());
  }

  /** ∂_a f = ½(∂_{Re u} − i ∂_{Im u})f with u moved along the variety itself. */
  private CheckResult featuresAlongTheVariety() {
    Comparison comparison = new Comparison("feature jets", CentralDifference.NAME, 1e-8);
    int count = features.inputs();
    for (int p = 0; p < points(); p++) {
      double[] rows = rows(p);
      for (int a = 0; a < sample.dimension(); a++) {
        double[] real = alongTheVariety(p, a, new Complex(1), oracle::values);
        double[] imaginary = alongTheVariety(p, a, new Complex(0, 1), oracle::values);
        for (int f = 0; f < count; f++) {
          String name = "feature " + f + ", direction " + (a + 1) + ", at point " + p;
          comparison.add("order 1", name, rows[(1 + 2 * a) * count + f], real[f] / 2);
          comparison.add("order 1", name, rows[(2 + 2 * a) * count + f], -imaginary[f] / 2);
        }
      }
    }
    return comparison.result(points());
  }
}
