package org.metricflows.bridge.library;

import org.metricflows.bridge.internal.curvature.CurvatureNumbers;

/** The curvature of a metric at one point, in coordinates. */
public final class Curvature {

  private final CurvatureNumbers numbers;

  Curvature(CurvatureNumbers numbers) {
    this.numbers = numbers;
  }

  /** g_ij. */
  public double[][] metric() {
    return numbers.metric();
  }

  /** Γ^k_ij as {@code [k][i][j]}. */
  public double[][][] christoffel() {
    return numbers.christoffel();
  }

  /** R_abcd. */
  public double[][][][] riemann() {
    return numbers.riemann();
  }

  /** R_ij. */
  public double[][] ricci() {
    return numbers.ricci();
  }

  /** G_ij = R_ij − R g_ij/2. */
  public double[][] einstein() {
    return numbers.einstein();
  }

  /** C_abcd. */
  public double[][][][] weyl() {
    return numbers.weyl();
  }

  /** R. */
  public double scalar() {
    return numbers.number("scalar");
  }

  /** |Ric|². */
  public double ricciSquared() {
    return numbers.number("ricci_squared");
  }

  /** R_abcd R^abcd. */
  public double kretschmann() {
    return numbers.number("kretschmann");
  }
}
