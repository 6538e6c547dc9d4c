package org.metricflows.bridge.internal.homogeneous;

import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;
import org.metricflows.numeric.internal.batch.SymmetricIndex;
import org.metricflows.numeric.internal.hermitian.Eigenvalues;

/**
 * A symmetric bilinear form.
 *
 * @param entries {@code [i][j]}
 */
record SymmetricForm(double[][] entries) {

  /** The form of d(d+1)/2 components in the order 11, 12, …, 22, …. */
  static SymmetricForm of(int dimension, double[] components) {
    return new SymmetricForm(new SymmetricIndex(dimension).matrix(components));
  }

  /** Eigenvalues of the matrix, increasing. */
  double[] eigenvalues() {
    double[] values = Eigenvalues.of(entries);
    Arrays.sort(values);
    return values;
  }

  /**
   * The numbers r with det(this − r g) = 0, increasing: eigenvalues of L⁻¹ this L⁻ᵀ with LLᵀ = g.
   * Not a number if g is not positive definite.
   */
  double[] eigenvalues(SymmetricForm g) {
    double[][] cholesky = g.cholesky();
    if (cholesky == null) {
      double[] undefined = new double[entries.length];
      Arrays.fill(undefined, Double.NaN);
      return undefined;
    }
    double[][] half = solve(cholesky, entries);
    double[][] whole = solve(cholesky, transposed(half));
    for (int i = 0; i < whole.length; i++) {
      for (int j = 0; j < i; j++) {
        whole[i][j] = whole[j][i]; // equal but for rounding
      }
    }
    return new SymmetricForm(whole).eigenvalues();
  }

  /** Whether it is positive definite. */
  boolean isPositive() {
    return cholesky() != null;
  }

  /** The lower triangular L with LLᵀ = this; null unless positive definite. */
  private double[][] cholesky() {
    int d = entries.length;
    double[][] lower = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = entries[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        if (i == j && !(sum > 0)) {
          return null;
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }

  /** L⁻¹ M. */
  private static double[][] solve(double[][] lower, double[][] m) {
    int d = m.length;
    double[][] x = new double[d][d];
    for (int column = 0; column < d; column++) {
      for (int i = 0; i < d; i++) {
        double sum = m[i][column];
        for (int k = 0; k < i; k++) {
          sum -= lower[i][k] * x[k][column];
        }
        x[i][column] = sum / lower[i][i];
      }
    }
    return x;
  }

  private static double[][] transposed(double[][] m) {
    return MatrixUtils.createRealMatrix(m).transpose().getData();
  }
}
