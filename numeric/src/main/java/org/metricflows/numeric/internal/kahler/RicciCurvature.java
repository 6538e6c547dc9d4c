package org.metricflows.numeric.internal.kahler;

import org.metricflows.numeric.internal.roots.ComplexLu;
import org.metricflows.numeric.internal.series.SeriesSpace;

/**
 * The Ricci curvature of the Kähler metric g_ab̄ = ∂_a∂_b̄ K of a potential's series:
 *
 * <pre>
 *   R_cd̄ = −∂_c∂_d̄ log det g = −tr(g⁻¹ ∂_c∂_d̄ g) + tr(g⁻¹ ∂_c g g⁻¹ ∂_d̄ g),   R = g^{cd̄} R_cd̄
 * </pre>
 *
 * R is half the Riemannian scalar curvature of the metric 2 Re g_ab̄ du^a dū^b. An instance is
 * scratch space: one thread at a time.
 */
public final class RicciCurvature {

  private final SeriesSpace space;
  private final int m;
  private final ComplexLu lu;
  private final double[] column;
  private double[][] potential;
  private int point;

  /** g⁻¹; then for each direction g⁻¹ ∂_c g and g⁻¹ ∂_d̄ g: entry (a, b) at 2(a m + b). */
  private final double[] inverse;

  private final double[][] holomorphic;
  private final double[][] antiholomorphic;

  /** Re and Im of R_cd̄. */
  private final double[] ricci;

  /** Room for the curvature of a metric at one point. */
  public RicciCurvature(SeriesSpace space) {
    this.space = space;
    this.m = space.dimension();
    lu = new ComplexLu(m);
    column = new double[2 * m];
    inverse = new double[2 * m * m];
    holomorphic = new double[m][2 * m * m];
    antiholomorphic = new double[m][2 * m * m];
    ricci = new double[2 * m * m];
  }

  /**
   * Works out the curvature at a point.
   *
   * @param potential K's coefficients, {@code [coefficient][point]}
   * @return R; NaN where g is singular
   */
  public double scalar(double[][] potential, int point) {
    this.potential = potential;
    this.point = point;
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        int row = space.monomial(a);
        int other = space.monomial(b);
        lu.set(a, b, real(row, other), imaginary(row, other));
      }
    }
    if (!lu.factor()) {
      return Double.NaN;
    }
    invert();
    for (int c = 0; c < m; c++) {
      solveDerivatives(c);
    }
    double scalar = 0;
    for (int c = 0; c < m; c++) {
      for (int d = 0; d < m; d++) {
        ricci(c, d);
        int at = 2 * (d * m + c);
        int entry = 2 * (c * m + d);
        scalar += inverse[at] * ricci[entry] - inverse[at + 1] * ricci[entry + 1];
      }
    }
    return scalar;
  }

  /** Re R_cd̄ at the point last worked on. */
  public double ricciReal(int c, int d) {
    return ricci[2 * (c * m + d)];
  }

  /** Im R_cd̄ at the point last worked on. */
  public double ricciImaginary(int c, int d) {
    return ricci[2 * (c * m + d) + 1];
  }

  private double real(int alpha, int beta) {
    return potential[space.real(alpha, beta)][point];
  }

  private double imaginary(int alpha, int beta) {
    if (alpha == beta) {
      return 0;
    }
    double value = potential[space.real(alpha, beta) + 1][point];
    return alpha < beta ? value : -value;
  }

  private void invert() {
    for (int b = 0; b < m; b++) {
      for (int a = 0; a < m; a++) {
        column[2 * a] = a == b ? 1 : 0;
        column[2 * a + 1] = 0;
      }
      solveInto(inverse, b);
    }
  }

  private void solveInto(double[] matrix, int b) {
    lu.solve(column);
    for (int a = 0; a < m; a++) {
      matrix[2 * (a * m + b)] = column[2 * a];
      matrix[2 * (a * m + b) + 1] = column[2 * a + 1];
    }
  }

  /**
   * g⁻¹ ∂_c g and g⁻¹ ∂_c̄ g; a derivative is a Taylor coefficient times what its monomial needs.
   */
  private void solveDerivatives(int c) {
    for (int b = 0; b < m; b++) {
      for (int a = 0; a < m; a++) {
        fill(a, space.monomial(a, c), space.monomial(b), a == c ? 2 : 1);
      }
      solveInto(holomorphic[c], b);
      for (int a = 0; a < m; a++) {
        fill(a, space.monomial(a), space.monomial(b, c), b == c ? 2 : 1);
      }
      solveInto(antiholomorphic[c], b);
    }
  }

  private void fill(int a, int alpha, int beta, double factor) {
    column[2 * a] = factor * real(alpha, beta);
    column[2 * a + 1] = factor * imaginary(alpha, beta);
  }

  private void ricci(int c, int d) {
    double re = 0;
    double im = 0;
    double[] left = holomorphic[c];
    double[] right = antiholomorphic[d];
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        int alpha = space.monomial(b, c);
        int beta = space.monomial(a, d);
        double factor = (b == c ? 2 : 1) * (a == d ? 2 : 1);
        double x = factor * real(alpha, beta);
        double y = factor * imaginary(alpha, beta);
        int ab = 2 * (a * m + b);
        int ba = 2 * (b * m + a);
        re += left[ab] * right[ba] - left[ab + 1] * right[ba + 1];
        im += left[ab] * right[ba + 1] + left[ab + 1] * right[ba];
        re -= inverse[ab] * x - inverse[ab + 1] * y;
        im -= inverse[ab] * y + inverse[ab + 1] * x;
      }
    }
    ricci[2 * (c * m + d)] = re;
    ricci[2 * (c * m + d) + 1] = im;
  }
}
