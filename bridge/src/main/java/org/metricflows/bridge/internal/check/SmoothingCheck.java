package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.Random;
import org.metricflows.bridge.internal.flow.GridEvaluators;

/**
 * What stands between the velocity and ∂_t f: Fourier modes of the two, as sums over the grid, have
 * the ratio e^{−ℓ²|k|²/2}, or 0 for those that the 2/3 rule drops.
 *
 * <p>Tolerance: a sum of N terms and a transform each round to 1e-16 times a root of N or so.
 */
final class SmoothingCheck {
  private static final int MODES = 12;
  private static final double TOLERANCE = 1e-12;

  private final GridEvaluators subject;
  private final GridPaths paths;

  SmoothingCheck(GridEvaluators subject, GridPaths paths) {
    this.subject = subject;
    this.paths = paths;
  }

  CheckResult result(double[] state, Random random) {
    Comparison comparison = new Comparison("local kernel", "Fourier sums", TOLERANCE);
    double[] velocity = paths.velocity().at(state);
    double[] rate = paths.rate().at(state);
    int d = subject.grid().dimension();
    for (int n = 0; n < MODES; n++) {
      int[] mode = new int[d];
      for (int i = 0; i < d; i++) {
        // from 0 to what is dropped, long waves above all
        mode[i] = n == 0 ? 0 : random.nextInt(2 + subject.grid().keptModes(i) * n / MODES);
      }
      compare(mode, velocity, rate, comparison);
    }
    return comparison.result(MODES);
  }

  private void compare(int[] mode, double[] velocity, double[] rate, Comparison comparison) {
    double factor = factor(mode);
    int points = subject.points().length;
    for (int c = 0; c < velocity.length / points; c++) {
      double[] before = coefficient(mode, velocity, c * points);
      double[] after = coefficient(mode, rate, c * points);
      for (int part = 0; part < 2; part++) {
        String name = "mode " + Arrays.toString(mode) + " of function " + c;
        comparison.add("modes", name, after[part], factor * before[part], before[part]);
      }
    }
  }

  private double factor(int[] mode) {
    double bandwidth = subject.spec().flow().dynamics().bandwidth();
    double square = 0;
    for (int i = 0; i < mode.length; i++) {
      if (mode[i] > subject.grid().keptModes(i)) {
        return 0;
      }
      double k = 2 * Math.PI / subject.grid().period(i) * mode[i];
      square += k * k;
    }
    return Math.exp(-0.5 * bandwidth * bandwidth * square);
  }

  /** The mean of f e^{−ikx}. */
  private double[] coefficient(int[] mode, double[] values, int from) {
    double[][] points = subject.points();
    double[] sum = new double[2];
    for (int p = 0; p < points.length; p++) {
      double angle = 0;
      for (int i = 0; i < mode.length; i++) {
        angle += 2 * Math.PI / subject.grid().period(i) * mode[i] * points[p][i];
      }
      sum[0] += values[from + p] * Math.cos(angle) / points.length;
      sum[1] -= values[from + p] * Math.sin(angle) / points.length;
    }
    return sum;
  }
}
