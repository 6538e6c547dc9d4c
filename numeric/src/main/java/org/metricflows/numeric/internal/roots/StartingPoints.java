package org.metricflows.numeric.internal.roots;

/**
 * Where an iteration for all roots begins (D. A. Bini, Numerical Algorithms 13, 1996): an edge from
 * i to j of the upper convex hull of the points (k, log|c_k|) tells that j − i roots have moduli
 * around |c_i/c_j|^{1/(j−i)}. So many points are laid evenly on that circle, turned by an angle
 * that no symmetry of the polynomial shares.
 */
final class StartingPoints {

  private static final double TURN = 0.7;

  private final int degree;

  /** cos and sin of 2πq/m at {@code [m][2q]} and {@code [m][2q + 1]}. */
  private final double[][] units;

  /** cos and sin of an edge's turn by its first corner. */
  private final double[] turns;

  private final int[] hull;

  StartingPoints(int degree) {
    this.degree = degree;
    units = new double[degree + 1][];
    turns = new double[2 * degree + 2];
    hull = new int[degree + 1];
    for (int m = 0; m <= degree; m++) {
      units[m] = new double[2 * m];
      for (int q = 0; q < m; q++) {
        putUnit(units[m], q, 2 * Math.PI * q / m);
      }
      putUnit(turns, m, 2 * Math.PI * m / degree + TURN);
    }
  }

  private static void putUnit(double[] to, int at, double angle) {
    to[2 * at] = StrictMath.cos(angle);
    to[2 * at + 1] = StrictMath.sin(angle);
  }

  /** Puts point r at z[2r] + i z[2r + 1]. */
  void place(BalancedPolynomial polynomial, double[] z) {
    int root = 0;
    for (; root < polynomial.zeros; root++) {
      z[2 * root] = 0;
      z[2 * root + 1] = 0;
    }
    int last = upperHull(polynomial.logs, polynomial.zeros);
    for (int edge = 0; edge < last; edge++) {
      circle(polynomial.logs, hull[edge], hull[edge + 1], z);
    }
  }

  /** Fills the hull's corners from left to right and returns the index of the last. */
  private int upperHull(double[] logs, int first) {
    int last = -1;
    for (int k = first; k <= degree; k++) {
      if (logs[k] > Double.NEGATIVE_INFINITY) {
        while (last > 0 && isBelow(logs, hull[last - 1], hull[last], k)) {
          last--;
        }
        hull[++last] = k;
      }
    }
    return last;
  }

  private static boolean isBelow(double[] logs, int i, int middle, int j) {
    return (logs[middle] - logs[i]) * (j - i) <= (logs[j] - logs[i]) * (middle - i);
  }

  private void circle(double[] logs, int i, int j, double[] z) {
    int m = j - i;
    double log = (logs[i] - logs[j]) / m;
    double radius = BalancedPolynomial.exp2(Math.max(-1000, Math.min(1000, log)));
    double re = radius * turns[2 * i];
    double im = radius * turns[2 * i + 1];
    double[] unit = units[m];
    for (int q = 0; q < m; q++) {
      double cos = unit[2 * q];
      double sin = unit[2 * q + 1];
      z[2 * (i + q)] = re * cos - im * sin;
      z[2 * (i + q) + 1] = re * sin + im * cos;
    }
  }
}
