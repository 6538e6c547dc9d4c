package org.metricflows.numeric.hermitian;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Eigenvalues of a Hermitian form g relative to a positive one g₀: the λ with det(g − λ g₀) = 0.
 * They do not depend on coordinates; all are positive just where g is.
 *
 * <p>A Hermitian A + iB acts on ℝ²ᵐ as the symmetric [[A, −B], [B, A]], with each eigenvalue twice.
 */
public final class RelativeEigenvalues {

  private final HermitianIndex index;

  /**
   * @param dimension m
   */
  public RelativeEigenvalues(int dimension) {
    this.index = new HermitianIndex(dimension);
  }

  /**
   * The smallest at one point; NaN where a number is not finite.
   *
   * @param g columns {@code [number of the packed Hermitian matrix][point]}
   * @param g0 likewise, positive definite
   */
  public double smallest(double[][] g, double[][] g0, int point) {
    for (double[] column : g) {
      if (!Double.isFinite(column[point])) {
        return Double.NaN;
      }
    }
    if (index.dimension() == 1) {
      return g[0][point] / g0[0][point];
    }
    RealMatrix root = new CholeskyDecomposition(real(g0, point), 1e-10, 0).getL();
    RealMatrix inverse = lowerInverse(root);
    RealMatrix relative = inverse.multiply(real(g, point)).multiply(inverse.transpose());
    symmetrise(relative);
    double[] values = new EigenDecompositionSymmetric(relative).getEigenvalues();
    return values[values.length - 1];
  }

  private RealMatrix real(double[][] packed, int point) {
    int m = index.dimension();
    RealMatrix real = new Array2DRowRealMatrix(2 * m, 2 * m);
    for (int a = 0; a < m; a++) {
      set(real, a, a, packed[index.real(a, a)][point], 0);
      for (int b = a + 1; b < m; b++) {
        double re = packed[index.real(a, b)][point];
        double im = packed[index.imaginary(a, b)][point];
        set(real, a, b, re, im);
        set(real, b, a, re, -im);
      }
    }
    return real;
  }

  private void set(RealMatrix real, int a, int b, double re, double im) {
    int m = index.dimension();
    real.setEntry(a, b, re);
    real.setEntry(m + a, m + b, re);
    real.setEntry(a, m + b, -im);
    real.setEntry(m + a, b, im);
  }

  private static RealMatrix lowerInverse(RealMatrix lower) {
    int n = lower.getRowDimension();
    RealMatrix inverse = new Array2DRowRealMatrix(n, n);
    for (int column = 0; column < n; column++) {
      for (int row = column; row < n; row++) {
        double sum = row == column ? 1 : 0;
        for (int k = column; k < row; k++) {
          sum -= lower.getEntry(row, k) * inverse.getEntry(k, column);
        }
        inverse.setEntry(row, column, sum / lower.getEntry(row, row));
      }
    }
    return inverse;
  }

  /** Takes away the asymmetry that rounding leaves. */
  private static void symmetrise(RealMatrix matrix) {
    for (int i = 0; i < matrix.getRowDimension(); i++) {
      for (int j = 0; j < i; j++) {
        matrix.setEntry(j, i, matrix.getEntry(i, j));
      }
    }
  }
}
