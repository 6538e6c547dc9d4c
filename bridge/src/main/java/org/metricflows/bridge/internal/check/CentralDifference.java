package org.metricflows.bridge.internal.check;

import java.util.function.DoubleUnaryOperator;

/**
 * First derivatives by differences at six points around 0,
 *
 * <pre>
 *   f′(0) ≈ [45 (f(h) − f(−h)) − 9 (f(2h) − f(−2h)) + f(3h) − f(−3h)] / 60h,
 * </pre>
 *
 * exact up to h⁶ f⁽⁷⁾/140 and rounding of about 10⁻¹⁶ |f|/h.
 */
final class CentralDifference {
  /** How derivatives that were found so are called. */
  static final String NAME = "central differences";

  private static final double[] FACTORS = {45, -9, 1};
  private static final double[] SECOND = {270, -27, 2};

  private CentralDifference() {}

  /**
   * What the slope of a function of a given size must be worth for rounding of the differences to
   * stay below a tolerance.
   */
  static double floor(double value, double step, double tolerance) {
    return 1e-15 * Math.abs(value) / (step * tolerance);
  }

  /** One number's derivative. */
  static double of(DoubleUnaryOperator f, double step) {
    return ofAll(offset -> new double[] {f.applyAsDouble(offset)}, step)[0];
  }

  /**
   * A second derivative,
   *
   * <pre>
   *   f″(0) ≈ [270 (f(h) + f(−h)) − 27 (f(2h) + f(−2h)) + 2 (f(3h) + f(−3h)) − 490 f(0)] / 180h²,
   * </pre>
   *
   * up to h⁶ f⁽⁸⁾/560 and rounding of about 10⁻¹⁵ |f|/h².
   */
  static double second(DoubleUnaryOperator f, double step) {
    double sum = -490 * f.applyAsDouble(0);
    for (int k = 1; k <= SECOND.length; k++) {
      sum += SECOND[k - 1] * (f.applyAsDouble(k * step) + f.applyAsDouble(-k * step));
    }
    return sum / (180 * step * step);
  }

  /** Several numbers' derivatives. */
  static double[] ofAll(java.util.function.DoubleFunction<double[]> f, double step) {
    double[] slope = null;
    for (int k = 1; k <= FACTORS.length; k++) {
      double[] right = f.apply(k * step).clone();
      double[] left = f.apply(-k * step);
      slope = slope == null ? new double[right.length] : slope;
      for (int i = 0; i < right.length; i++) {
        slope[i] += FACTORS[k - 1] * (right[i] - left[i]) / (60 * step);
      }
    }
    return slope;
  }
}
