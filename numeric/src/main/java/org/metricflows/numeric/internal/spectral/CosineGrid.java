package org.metricflows.numeric.internal.spectral;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Functions on [0, π] that continue evenly at both ends, as cosine series on n points x_j =
 * (j+½)π/n.
 *
 * <pre>
 *   f = Σ_{k&lt;K} f_k cos kx,     K = ⌊2n/3⌋ modes by the 2/3 rule
 * </pre>
 *
 * The ends are no points, so that f'/sin x, which is smooth there, can be divided out point by
 * point. Operators are dense matrices made once: at the few hundred points that a smooth profile
 * takes, a product costs as little as a fast transform. All of them begin with the projection onto
 * the K modes. Immutable; nothing is allocated by an operator.
 */
public final class CosineGrid implements EvenGrid {
  private final int size;
  private final int modes;
  private final double[] quarters;
  private final double[] points;
  private final double[] sines;
  private final double[] cosines;
  private final double[] projection;
  private final double[] derivative;
  private final double[] secondDerivative;
  private final double[] primitive;

  /**
   * @param size n ≥ 2
   */
  public CosineGrid(int size) {
    if (size < 2) {
      throw new IllegalArgumentException("grid: " + size + " points; at least 2 are needed");
    }
    this.size = size;
    this.modes = 2 * size / 3;
    this.quarters = new double[4 * size];
    Arrays.setAll(quarters, i -> Math.cos(i * Math.PI / (2 * size)));
    this.points = new double[size];
    this.sines = new double[size];
    this.cosines = new double[size];
    for (int j = 0; j < size; j++) {
      points[j] = (j + 0.5) * Math.PI / size;
      sines[j] = Math.sin(points[j]);
      cosines[j] = Math.cos(points[j]);
    }
    this.projection = operator(false, k -> 1);
    this.derivative = operator(true, k -> -k);
    this.secondDerivative = operator(false, k -> -(double) k * k);
    this.primitive = operator(true, k -> k == 0 ? 0 : 1.0 / k);
  }

  /** cos(m π/2n), exactly periodic in m. */
  private double cosine(long m) {
    return quarters[(int) Math.floorMod(m, 4L * size)];
  }

  /**
   * The columns of the map f ↦ Σ_k factor(k) f_k cos kx, or the same with sin kx.
   *
   * <p>cos kx_i cos kx_j = ½(cos k(x_i − x_j) + cos k(x_i + x_j)) and x_i ± x_j are multiples of
   * π/n: an entry is the sum of two values of one function.
   */
  private double[] operator(boolean toSines, IntToDoubleFunction factor) {
    double[] kernel = new double[2 * size];
    for (int m = 0; m < kernel.length; m++) {
      double sum = toSines ? 0 : factor.applyAsDouble(0) / 2;
      for (int k = 1; k < modes; k++) {
        sum += factor.applyAsDouble(k) * cosine(2L * k * m - (toSines ? size : 0));
      }
      kernel[m] = sum / size;
    }
    double[] columns = new double[size * size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        double near = kernel[Math.abs(i - j)];
        columns[j * size + i] = kernel[i + j + 1] + (toSines && i < j ? -near : near);
      }
    }
    return columns;
  }

  private void apply(double[] columns, double[] from, double[] to) {
    Arrays.fill(to, 0, size, 0);
    for (int j = 0; j < size; j++) {
      double factor = from[j];
      int column = j * size;
      for (int i = 0; i < size; i++) {
        to[i] += columns[column + i] * factor;
      }
    }
  }

  /** n. */
  @Override
  public int size() {
    return size;
  }

  /** K. */
  @Override
  public int modes() {
    return modes;
  }

  /** A copy of the points. */
  @Override
  public double[] points() {
    return points.clone();
  }

  /** A copy of sin x at the points. */
  @Override
  public double[] sines() {
    return sines.clone();
  }

  /** A copy of cos x at the points. */
  @Override
  public double[] cosines() {
    return cosines.clone();
  }

  /** f without its modes from K on; arrays may be longer than n and must not be the same. */
  @Override
  public void project(double[] f, double[] result) {
    apply(projection, f, result);
  }

  /** f′. */
  @Override
  public void differentiate(double[] f, double[] result) {
    apply(derivative, f, result);
  }

  /** f″. */
  @Override
  public void differentiateTwice(double[] f, double[] result) {
    apply(secondDerivative, f, result);
  }

  /** ∫₀ˣ (f − f̄) with the mean f̄: zero at both ends. */
  @Override
  public void integrate(double[] f, double[] result) {
    apply(primitive, f, result);
  }

  /** f̄ = (1/π)∫₀^π f. */
  @Override
  public double mean(double[] f) {
    double sum = 0;
    for (int j = 0; j < size; j++) {
      sum += f[j];
    }
    return sum / size;
  }

  /** The series of all n modes through the values of f at the points. */
  @Override
  public CosineSeries series(double[] f) {
    double[] coefficients = new double[size];
    for (int k = 0; k < size; k++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += f[j] * cosine(k * (2L * j + 1));
      }
      coefficients[k] = (k == 0 ? 1.0 : 2.0) / size * sum;
    }
    return new CosineSeries(coefficients);
  }

  @Override
  public double[] weights() {
    double[] weights = new double[size];
    Arrays.fill(weights, Math.PI / size);
    return weights;
  }

  /**
   * Fejér's weights: Σ_j w_j f(x_j) = ∫₀^π f sin x dx for even f of fewer than n modes, where the
   * mean of f sin x would converge with the square of the spacing only.
   */
  @Override
  public double[] sineWeights() {
    double[] weights = new double[size];
    for (int j = 0; j < size; j++) {
      double sum = 1;
      for (int k = 2; k < size; k += 2) {
        sum -= 2 * cosine(k * (2L * j + 1)) / ((double) k * k - 1);
      }
      weights[j] = 2.0 / size * sum;
    }
    return weights;
  }
}
