package org.metricflows.numeric.internal.submanifold;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Charts of the zero set of c polynomials in R^N around its points: X(u) = x₀ + E u + n(u) as a
 * power series to third order.
 *
 * <p>With ν an orthonormal basis of the normal space, n = ν v and F_a the gradients, F(X(u)) = 0
 * says order by order
 *
 * <pre>
 *   (F_a ν^a) v_ij  = −F_ab E^a_i E^b_j
 *   (F_a ν^a) v_ijk = −F_ab (X^a_ij E^b_k + X^a_ik E^b_j + X^a_jk E^b_i) − F_abc E^a_i E^b_j E^c_k
 * </pre>
 */
public final class EmbeddedCharts {

  private static final int MOST_STEPS = 30;

  private final int ambient;
  private final int dimension;
  private final RealPolynomial[] equations;
  private final RealPolynomial[][] first;
  private final RealPolynomial[][][] second;
  private final RealPolynomial[][][][] third;

  /**
   * @param equations c polynomials, fewer than N, in N variables
   */
  public EmbeddedCharts(List<RealPolynomial> equations) {
    int c = equations.size();
    this.equations = equations.toArray(RealPolynomial[]::new);
    this.ambient = this.equations[0].variables();
    this.dimension = ambient - c;
    this.first = new RealPolynomial[c][ambient];
    this.second = new RealPolynomial[c][ambient][ambient];
    this.third = new RealPolynomial[c][ambient][ambient][ambient];
    for (int m = 0; m < c; m++) {
      for (int a = 0; a < ambient; a++) {
        first[m][a] = this.equations[m].derivative(a);
        for (int b = 0; b < ambient; b++) {
          second[m][a][b] = first[m][a].derivative(b);
          for (int e = 0; e < ambient; e++) {
            third[m][a][b][e] = second[m][a][b].derivative(e);
          }
        }
      }
    }
  }

  /** N. */
  public int ambient() {
    return ambient;
  }

  /** n = N − c. */
  public int dimension() {
    return dimension;
  }

  List<RealPolynomial> equations() {
    return List.of(equations);
  }

  /** F_a, {@code [equation][a]}. */
  double[][] gradients(double[] x) {
    double[][] gradients = new double[equations.length][ambient];
    for (int m = 0; m < equations.length; m++) {
      for (int a = 0; a < ambient; a++) {
        gradients[m][a] = first[m][a].at(x);
      }
    }
    return gradients;
  }

  /** An orthonormal frame that begins with the normal space, as columns, and F_a ν^a. */
  private record Frame(RealMatrix basis, RealMatrix normal) {}

  private Frame frame(double[] x) {
    RealMatrix gradients = new Array2DRowRealMatrix(gradients(x), false);
    RealMatrix basis = new QRDecomposition(gradients.transpose()).getQ();
    int c = equations.length;
    return new Frame(basis, gradients.multiply(basis.getSubMatrix(0, ambient - 1, 0, c - 1)));
  }

  /**
   * How independent the gradients are at a point: of each its length across those before it, 0
   * where they are dependent.
   */
  double[] independence(double[] x) {
    RealMatrix normal = frame(x).normal();
    double[] lengths = new double[equations.length];
    Arrays.setAll(lengths, m -> Math.abs(normal.getEntry(m, m)));
    return lengths;
  }

  /**
   * The nearest point where F = 0, by Newton's steps along the gradients; not a number where these
   * lead to none.
   */
  public double[] project(double[] x) {
    double[] at = x.clone();
    double last = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS; step++) {
      Frame frame = frame(at);
      double[] values = new double[equations.length];
      for (int m = 0; m < values.length; m++) {
        values[m] = -equations[m].at(at);
      }
      DecompositionSolver solver = new LUDecomposition(frame.normal()).getSolver();
      if (!solver.isNonSingular()) {
        break;
      }
      double[] move = solver.solve(new Array2DRowRealMatrix(values)).getColumn(0);
      double size = Math.sqrt(dot(move, move));
      if (!(size < last) && size < 1e-12 * (1 + Math.sqrt(dot(at, at)))) {
        return at;
      }
      last = size;
      for (int a = 0; a < ambient; a++) {
        for (int m = 0; m < move.length; m++) {
          at[a] += frame.basis().getEntry(a, m) * move[m];
        }
      }
      if (size == 0) {
        return at;
      }
    }
    double[] none = new double[ambient];
    Arrays.fill(none, Double.NaN);
    return none;
  }

  /**
   * The chart around a point: X, X_i, X_ij, X_ijk for i ≤ j ≤ k, the ambient coordinate running
   * fastest.
   *
   * @param x a regular point
   */
  public double[] at(double[] x) {
    return at(x, 0);
  }

  /**
   * The same in a frame that is turned, of which nothing that is geometry depends.
   *
   * @param angle by which the first two tangent vectors are turned
   */
  public double[] at(double[] x, double angle) {
    Frame frame = frame(x);
    double[][] e = tangents(frame, angle);
    return new Series(x, frame, e).jet();
  }

  /** {@code [i][a]}. */
  private double[][] tangents(Frame frame, double angle) {
    double[][] e = new double[dimension][];
    for (int i = 0; i < dimension; i++) {
      e[i] = frame.basis().getColumn(equations.length + i);
    }
    if (dimension > 1 && angle != 0) {
      double cos = Math.cos(angle);
      double sin = Math.sin(angle);
      for (int a = 0; a < ambient; a++) {
        double x = e[0][a];
        double y = e[1][a];
        e[0][a] = cos * x + sin * y;
        e[1][a] = cos * y - sin * x;
      }
    }
    return e;
  }

  /** The power series at one point. */
  private final class Series {
    private final double[] x;
    private final double[][] e;
    private final RealMatrix normals;
    private final DecompositionSolver solver;
    private final double[][][] hessians;

    Series(double[] x, Frame frame, double[][] e) {
      int c = equations.length;
      this.x = x;
      this.e = e;
      this.normals = frame.basis().getSubMatrix(0, ambient - 1, 0, c - 1);
      this.solver = new LUDecomposition(frame.normal()).getSolver();
      this.hessians = new double[c][ambient][ambient];
      for (int m = 0; m < c; m++) {
        for (int a = 0; a < ambient; a++) {
          for (int b = 0; b < ambient; b++) {
            hessians[m][a][b] = second[m][a][b].at(x);
          }
        }
      }
    }

    double[] jet() {
      int n = dimension;
      double[][][] bent = new double[n][n][];
      int size = 1 + n + n * (n + 1) / 2 + n * (n + 1) * (n + 2) / 6;
      double[] jet = new double[size * ambient];
      int at = put(x, jet, 0);
      for (double[] tangent : e) {
        at = put(tangent, jet, at);
      }
      for (int i = 0; i < n; i++) {
        for (int j = i; j < n; j++) {
          bent[i][j] = second(i, j);
          bent[j][i] = bent[i][j];
          at = put(bent[i][j], jet, at);
        }
      }
      for (int i = 0; i < n; i++) {
        for (int j = i; j < n; j++) {
          for (int k = j; k < n; k++) {
            at = put(third(bent, i, j, k), jet, at);
          }
        }
      }
      return jet;
    }

    private int put(double[] vector, double[] jet, int at) {
      System.arraycopy(vector, 0, jet, at, ambient);
      return at + ambient;
    }

    private double[] second(int i, int j) {
      double[] right = new double[equations.length];
      for (int m = 0; m < right.length; m++) {
        right[m] = -bilinear(hessians[m], e[i], e[j]);
      }
      return normal(right);
    }

    private double[] third(double[][][] bent, int i, int j, int k) {
      double[] right = new double[equations.length];
      for (int m = 0; m < right.length; m++) {
        right[m] =
            -bilinear(hessians[m], bent[i][j], e[k])
                - bilinear(hessians[m], bent[i][k], e[j])
                - bilinear(hessians[m], bent[j][k], e[i])
                - trilinear(third[m], i, j, k);
      }
      return normal(right);
    }

    private double[] normal(double[] right) {
      return normals.multiply(solver.solve(new Array2DRowRealMatrix(right))).getColumn(0);
    }

    private double trilinear(RealPolynomial[][][] form, int i, int j, int k) {
      double sum = 0;
      for (int a = 0; a < ambient; a++) {
        for (int b = 0; b < ambient; b++) {
          for (int c = 0; c < ambient; c++) {
            if (form[a][b][c].coefficients().length > 0) {
              sum += form[a][b][c].at(x) * e[i][a] * e[j][b] * e[k][c];
            }
          }
        }
      }
      return sum;
    }
  }

  private static double bilinear(double[][] form, double[] v, double[] w) {
    double sum = 0;
    for (int a = 0; a < v.length; a++) {
      sum += v[a] * dot(form[a], w);
    }
    return sum;
  }

  private static double dot(double[] v, double[] w) {
    double sum = 0;
    for (int a = 0; a < v.length; a++) {
      sum += v[a] * w[a];
    }
    return sum;
  }
}
