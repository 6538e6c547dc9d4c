package org.metricflows.bridge.internal.variety;

import java.util.Locale;
import org.metricflows.bridge.internal.spec.Table;
import org.metricflows.numeric.internal.variety.Configuration;
import org.metricflows.numeric.internal.variety.VarietySample;
import org.metricflows.symbolic.InputException;

/**
 * Samples of points that a person gave, which must be on the variety.
 *
 * @param variety the variety
 * @param field what gave the points, for messages
 */
record GivenPoints(CompiledVariety variety, String field) {
  /** How far off the variety a point may be: single precision. */
  private static final double TOLERANCE = 1e-6;

  /**
   * @param points a row each: Re z0, Im z0, Re z1, …
   * @param weights one a point, or null for points that are distributed as drawn ones are
   * @throws InputException naming the field and the first point that cannot be used
   */
  VarietySample sample(Table points, double[] weights, int heldOut) {
    double[][] z = new double[points.columns()][points.rows()];
    for (int c = 0; c < z.length; c++) {
      for (int p = 0; p < points.rows(); p++) {
        z[c][p] = points.get(p, c);
      }
    }
    checkCoordinates(z);
    VarietySample sample = variety.sampler().of(z, weights, points.rows() - heldOut);
    checkOnVariety(sample);
    return sample;
  }

  private void checkCoordinates(double[][] z) {
    Configuration shape = variety.configuration();
    for (int f = 0; f < shape.factors(); f++) {
      for (int p = 0; p < z[0].length; p++) {
        double largest = 0;
        for (int c = 2 * shape.first(f); c < 2 * shape.first(f + 1); c++) {
          largest = Math.max(largest, Math.abs(z[c][p]));
        }
        if (largest == 0) {
          throw bad(p, "has no coordinate but 0 in P^" + shape.ambient().get(f));
        }
      }
    }
  }

  private void checkOnVariety(VarietySample sample) {
    int points = sample.points();
    double[][] out = new double[variety.maps().gradients().outputs()][points];
    variety
        .maps()
        .gradients()
        .apply(sample.z(), new int[sample.z().length], out, new int[out.length], points);
    for (int p = 0; p < points; p++) {
      for (int k = 0; k < variety.configuration().codimension(); k++) {
        checkEquation(k, p, out);
      }
      if (!Double.isFinite(sample.omegaSquared()[p])) {
        throw bad(
            p,
            "has no volume form, the coordinates with the largest derivatives are not determined"
                + " by the others there");
      }
    }
  }

  /** |Q| over its steepest slope is about the distance from the variety. */
  private void checkEquation(int k, int p, double[][] gradients) {
    int equations = variety.configuration().codimension();
    int coordinates = variety.configuration().coordinates();
    int first = equations + k * coordinates;
    double value = modulus(gradients, k, p);
    double slope = 0;
    for (int i = first; i < first + coordinates; i++) {
      slope = Math.max(slope, modulus(gradients, i, p));
    }
    if (!(value <= TOLERANCE * slope)) {
      throw bad(
          p,
          String.format(Locale.ROOT, "is not on the variety, equation %d is %.3g there", k, value));
    }
  }

  private static double modulus(double[][] columns, int i, int p) {
    return Math.hypot(columns[2 * i][p], columns[2 * i + 1][p]);
  }

  private InputException bad(int p, String complaint) {
    return InputException.of(field, "point " + p + " " + complaint);
  }
}
