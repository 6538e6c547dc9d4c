package org.metricflows.numeric.variety;

import java.util.Arrays;
import java.util.List;
import org.metricflows.numeric.roots.UnivariateSolver;

/**
 * Where lines p + t q meet a hypersurface Q = 0: all zeros of the polynomial t ↦ Q(p + t q), whose
 * coefficients are the discrete Fourier transform of its values at the roots of unity. In factors
 * other than the line's, p is a random point and q is 0.
 */
final class LineRoots implements Intersections {
  private final VarietyMaps maps;
  private final RandomLines lines;
  private final int degree;
  private final int moving;
  private final int movingEnd;
  private final double[][][] basis;
  private final double[][] shifted;
  private final double[][] values;
  private final double[][] coefficients;
  private final double[][] roots;
  private final double[] errors;
  private final double[] cos;
  private final double[] sin;
  private final int[] zero;
  private final double[][] out = new double[2][];
  private final UnivariateSolver solver;

  /**
   * @param lineCounts 1 in the factor that lines lie in, else 0
   * @param capacity the most lines of one call
   */
  LineRoots(
      Configuration shape, VarietyMaps maps, List<Integer> lineCounts, long seed, int capacity) {
    this.maps = maps;
    lines = new RandomLines(shape, lineCounts, seed);
    int factor = lineCounts.indexOf(1);
    degree = shape.degrees().get(0).get(factor);
    moving = 2 * shape.first(factor);
    movingEnd = 2 * shape.first(factor + 1);
    int columns = 2 * shape.coordinates();
    basis = new double[2][columns][capacity];
    shifted = new double[columns][capacity];
    values = new double[2 * degree + 2][capacity];
    coefficients = new double[2 * degree + 2][capacity];
    roots = new double[2 * degree][capacity];
    errors = new double[capacity];
    zero = new int[columns];
    cos = new double[degree + 1];
    sin = new double[degree + 1];
    for (int k = 0; k <= degree; k++) {
      cos[k] = Math.cos(2 * Math.PI * k / (degree + 1));
      sin[k] = Math.sin(2 * Math.PI * k / (degree + 1));
    }
    solver = UnivariateSolver.ofDegree(degree);
  }

  @Override
  public int pointsPerLine() {
    return degree;
  }

  @Override
  public void find(long firstLine, int count, double[][] z) {
    for (int l = 0; l < count; l++) {
      lines.draw(firstLine + l, basis, l);
    }
    evaluate(count);
    transform(count);
    solver.solve(coefficients, roots, errors, 0, count);
    for (int l = 0; l < count; l++) {
      if (errors[l] == Double.POSITIVE_INFINITY) {
        throw new ArithmeticException(
            "line " + (firstLine + l) + " meets the variety in fewer than " + degree + " points");
      }
    }
    place(z, count);
  }

  /** Q(p + ω^k q) for all k. */
  private void evaluate(int count) {
    for (int c = 0; c < shifted.length; c++) {
      if (c < moving || c >= movingEnd) {
        System.arraycopy(basis[0][c], 0, shifted[c], 0, count);
      }
    }
    for (int k = 0; k <= degree; k++) {
      for (int c = moving; c < movingEnd; c += 2) {
        shift(c, cos[k], sin[k], count);
      }
      out[0] = values[2 * k];
      out[1] = values[2 * k + 1];
      maps.equations().apply(shifted, zero, out, zero, count);
    }
  }

  private void shift(int c, double re, double im, int count) {
    double[] px = basis[0][c];
    double[] py = basis[0][c + 1];
    double[] qx = basis[1][c];
    double[] qy = basis[1][c + 1];
    double[] x = shifted[c];
    double[] y = shifted[c + 1];
    for (int l = 0; l < count; l++) {
      x[l] = px[l] + re * qx[l] - im * qy[l];
      y[l] = py[l] + re * qy[l] + im * qx[l];
    }
  }

  /** c_j = (1/(n+1)) Σ_k ω^{−jk} Q_k. */
  private void transform(int count) {
    double scale = 1.0 / (degree + 1);
    for (int j = 0; j <= degree; j++) {
      double[] re = coefficients[2 * j];
      double[] im = coefficients[2 * j + 1];
      Arrays.fill(re, 0, count, 0);
      Arrays.fill(im, 0, count, 0);
      for (int k = 0; k <= degree; k++) {
        double c = scale * cos[j * k % (degree + 1)];
        double s = scale * sin[j * k % (degree + 1)];
        accumulate(values[2 * k], values[2 * k + 1], c, s, re, im, count);
      }
    }
  }

  private static void accumulate(
      double[] x, double[] y, double c, double s, double[] re, double[] im, int count) {
    for (int l = 0; l < count; l++) {
      re[l] += c * x[l] + s * y[l];
      im[l] += c * y[l] - s * x[l];
    }
  }

  /** z = p + t q, where q is 0 outside the line's factor. */
  private void place(double[][] z, int count) {
    for (int c = 0; c < z.length; c += 2) {
      double[] qx = basis[1][c];
      double[] qy = basis[1][c + 1];
      for (int r = 0; r < degree; r++) {
        for (int l = 0; l < count; l++) {
          double re = roots[2 * r][l];
          double im = roots[2 * r + 1][l];
          z[c][l * degree + r] = basis[0][c][l] + re * qx[l] - im * qy[l];
          z[c + 1][l * degree + r] = basis[0][c + 1][l] + re * qy[l] + im * qx[l];
        }
      }
    }
  }
}
