package org.metricflows.bridge.internal.check;

import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The Ricci tensor of a left-invariant metric without its connection, from an orthonormal frame
 * u_1, u_2, … (A. Besse, Einstein manifolds, 7.38):
 *
 * <pre>
 *   Ric(X,X) = −½ Σ_i |[X,u_i]|² − ½ B(X,X) + ¼ Σ_ij ⟨[u_i,u_j],X⟩² − ⟨[H,X],X⟩
 *   B(X,Y) = tr(ad X ad Y),     ⟨H,X⟩ = tr ad X
 * </pre>
 */
final class OrthonormalFrame {
  private final int d;

  /** ⟨[u_i, u_j], u_k⟩ at {@code [k][i][j]}. */
  private final double[][][] brackets;

  /** Columns are u_1, u_2, …. */
  private final RealMatrix frame;

  /**
   * @param c C^k_ij at {@code [k][i][j]}
   * @param g g_ij
   */
  OrthonormalFrame(double[][][] c, double[][] g) {
    this.d = c.length;
    RealMatrix lower = new CholeskyDecomposition(MatrixUtils.createRealMatrix(g)).getL();
    this.frame = MatrixUtils.inverse(lower).transpose();
    this.brackets = new double[d][d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double[] coordinates = lower.transpose().operate(bracket(c, i, j));
        for (int k = 0; k < d; k++) {
          brackets[k][i][j] = coordinates[k];
        }
      }
    }
  }

  /** [u_i, u_j] in e_1, e_2, …. */
  private double[] bracket(double[][][] c, int i, int j) {
    double[] vector = new double[d];
    for (int k = 0; k < d; k++) {
      for (int a = 0; a < d; a++) {
        for (int b = 0; b < d; b++) {
          vector[k] += c[k][a][b] * frame.getEntry(a, i) * frame.getEntry(b, j);
        }
      }
    }
    return vector;
  }

  /** R_ij in e_1, e_2, …. */
  double[][] ricci() {
    return inGivenFrame(
        (x, y) -> -killing(x, y) / 2 - images(x, y) / 2 + projections(x, y) / 4 - drift(x, y) / 2);
  }

  /** B(e_i, e_j). */
  double[][] killing() {
    return inGivenFrame(this::killing);
  }

  /** Whether ad X is skew for all X: then Ric = −B/4. */
  boolean isBiInvariant() {
    double largest = 0;
    double symmetric = 0;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        for (int k = 0; k < d; k++) {
          largest = Math.max(largest, Math.abs(brackets[k][i][j]));
          symmetric = Math.max(symmetric, Math.abs(brackets[k][i][j] + brackets[j][i][k]));
        }
      }
    }
    return symmetric <= 1e-14 * largest;
  }

  private interface Form {
    double at(int x, int y);
  }

  /** A bilinear form of u_1, u_2, … as one of e_1, e_2, …. */
  private double[][] inGivenFrame(Form form) {
    RealMatrix matrix = MatrixUtils.createRealMatrix(d, d);
    for (int x = 0; x < d; x++) {
      for (int y = 0; y < d; y++) {
        matrix.setEntry(x, y, form.at(x, y));
      }
    }
    RealMatrix back = MatrixUtils.inverse(frame);
    return back.transpose().multiply(matrix).multiply(back).getData();
  }

  private double killing(int x, int y) {
    double sum = 0;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        sum += brackets[i][x][j] * brackets[j][y][i];
      }
    }
    return sum;
  }

  /** Σ_i ⟨[X,u_i],[Y,u_i]⟩. */
  private double images(int x, int y) {
    double sum = 0;
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        sum += brackets[k][x][i] * brackets[k][y][i];
      }
    }
    return sum;
  }

  /** Σ_ij ⟨[u_i,u_j],X⟩⟨[u_i,u_j],Y⟩. */
  private double projections(int x, int y) {
    double sum = 0;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        sum += brackets[x][i][j] * brackets[y][i][j];
      }
    }
    return sum;
  }

  /** ⟨[H,X],Y⟩ + ⟨[H,Y],X⟩. */
  private double drift(int x, int y) {
    double sum = 0;
    for (int h = 0; h < d; h++) {
      double trace = 0;
      for (int i = 0; i < d; i++) {
        trace += brackets[i][h][i];
      }
      sum += trace * (brackets[y][h][x] + brackets[x][h][y]);
    }
    return sum;
  }
}
