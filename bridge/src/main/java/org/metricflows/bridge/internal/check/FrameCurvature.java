package org.metricflows.bridge.internal.check;

import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The curvature of a left-invariant metric by Koszul's formula, as matrices in the frame e_1, e_2,
 * …:
 *
 * <pre>
 *   2⟨∇_X Y, Z⟩ = ⟨[X,Y],Z⟩ − ⟨[Y,Z],X⟩ + ⟨[Z,X],Y⟩
 *   R(X,Y) = [∇_X, ∇_Y] − ∇_[X,Y],     Ric(Y,Z) = tr(X ↦ R(X,Y)Z)
 * </pre>
 *
 * with ∇_X the matrix of Z ↦ ∇_X Z.
 */
final class FrameCurvature {
  private final RealMatrix g;
  private final RealMatrix inverse;
  private final RealMatrix ricci;

  /**
   * @param c C^k_ij at {@code [k][i][j]}
   * @param g g_ij
   */
  FrameCurvature(double[][][] c, double[][] g) {
    this.g = MatrixUtils.createRealMatrix(g);
    this.inverse = MatrixUtils.inverse(this.g);
    this.ricci = ricci(c, connection(c));
  }

  private RealMatrix[] connection(double[][][] c) {
    int d = c.length;
    RealMatrix[] nabla = new RealMatrix[d];
    for (int x = 0; x < d; x++) {
      RealMatrix lowered = MatrixUtils.createRealMatrix(d, d);
      for (int y = 0; y < d; y++) {
        for (int z = 0; z < d; z++) {
          double twice = product(c, x, y, z) - product(c, y, z, x) + product(c, z, x, y);
          lowered.setEntry(z, y, twice / 2);
        }
      }
      nabla[x] = inverse.multiply(lowered);
    }
    return nabla;
  }

  /** ⟨[e_i, e_j], e_k⟩. */
  private double product(double[][][] c, int i, int j, int k) {
    double sum = 0;
    for (int l = 0; l < c.length; l++) {
      sum += c[l][i][j] * g.getEntry(l, k);
    }
    return sum;
  }

  private static RealMatrix ricci(double[][][] c, RealMatrix[] nabla) {
    int d = nabla.length;
    RealMatrix ricci = MatrixUtils.createRealMatrix(d, d);
    for (int x = 0; x < d; x++) {
      for (int y = 0; y < d; y++) {
        RealMatrix curvature = nabla[x].multiply(nabla[y]).subtract(nabla[y].multiply(nabla[x]));
        for (int k = 0; k < d; k++) {
          curvature = curvature.subtract(nabla[k].scalarMultiply(c[k][x][y]));
        }
        for (int z = 0; z < d; z++) {
          ricci.addToEntry(y, z, curvature.getEntry(x, z));
        }
      }
    }
    return ricci;
  }

  /** R_ij. */
  double[][] ricci() {
    return ricci.getData();
  }

  /** tr(Ric^p) with an index raised: R, |Ric|², …. */
  double invariant(int power) {
    return inverse.multiply(ricci).power(power).getTrace();
  }

  /** √det g. */
  double volume() {
    return Math.sqrt(new LUDecomposition(g).getDeterminant());
  }
}
