package org.metricflows.numeric.internal.kernel;

import java.util.Arrays;

/** exp(−|x − x'|²/2ℓ²) in coordinates, with derivatives by both points. */
public final class GaussianKernel implements JetKernel {

  private final double length;

  private GaussianKernel(double length) {
    this.length = length;
  }

  /**
   * A kernel.
   *
   * @param length ℓ > 0
   * @throws IllegalArgumentException if it is not positive
   */
  public static GaussianKernel of(double length) {
    if (!(length > 0)) {
      throw new IllegalArgumentException("length: " + length + " is not positive");
    }
    return new GaussianKernel(length);
  }

  @Override
  public KernelMatrix matrix(double[][] points, int order, double[][] others, int otherOrder) {
    int dimension = points.length == 0 ? 1 : points[0].length;
    return new ProductKernel(dimension, this::factor).matrix(points, order, others, otherOrder);
  }

  /** e^{−t²/2} with t = s/ℓ: derivatives are Hermite's polynomials, (−1/ℓ)^n He_n(t) e^{−t²/2}. */
  private void factor(int axis, double s, double[] h) {
    double t = s / length;
    double value = Math.exp(-0.5 * t * t);
    if (value == 0) {
      Arrays.fill(h, 0);
      return;
    }
    double unit = 1 / length;
    h[0] = value;
    h[1] = -unit * t * value;
    h[2] = unit * unit * (t * t - 1) * value;
    h[3] = -unit * unit * unit * t * (t * t - 3) * value;
    h[4] = unit * unit * unit * unit * ((t * t - 6) * t * t + 3) * value;
  }
}
