package org.metricflows.numeric.internal.roots;

import java.util.Arrays;

/**
 * Sweeps of Ehrlich's and Aberth's iteration over polynomials that lie side by side, a slot each:
 *
 * <pre>
 *   z_r ← z_r − p/(p′ − p Σ_{j≠r} 1/(z_r − z_j)),
 * </pre>
 *
 * root after root, each with the newest values of the others; simple roots are approached at a rate
 * above the third order. A root whose backward error |p|₁/Σ|c_k||z|^k is within the tolerance stays
 * where it is, so the error seen last is that of the root kept. Every loop runs over slots, does
 * the same with each, and so gives the same bits wherever a polynomial lies.
 */
final class AberthLanes {

  /** Slots; the columns of polynomials of degree 12 then still fit the fastest cache. */
  static final int WIDTH = 64;

  /** Keeps quotients 0/0 at 0; balanced polynomials have nothing of this size. */
  private static final double TINY = 1e-290;

  /** Any excess over the tolerance times this is above 1. */
  private static final double STEEP = 1e300;

  private final int degree;
  private final double tolerance;

  /** Coefficients [2k + part][slot] and their moduli [k][slot]. */
  private final double[][] c;

  private final double[][] moduli;

  /** Roots [2r + part][slot]. */
  private final double[][] z;

  /** The largest backward error of a slot's roots in the last sweep. */
  private final double[] worst = new double[WIDTH];

  private final double[] pr = new double[WIDTH];
  private final double[] pi = new double[WIDTH];
  private final double[] dr = new double[WIDTH];
  private final double[] di = new double[WIDTH];
  private final double[] size = new double[WIDTH];
  private final double[] radius = new double[WIDTH];

  AberthLanes(int degree, double tolerance) {
    this.degree = degree;
    this.tolerance = tolerance;
    c = new double[2 * degree + 2][WIDTH];
    moduli = new double[degree + 1][WIDTH];
    z = new double[2 * degree][WIDTH];
  }

  /** Lays a polynomial and its starting points into a slot. */
  void load(int slot, double[] coefficients, double[] points) {
    for (int k = 0; k <= degree; k++) {
      double re = coefficients[2 * k];
      double im = coefficients[2 * k + 1];
      c[2 * k][slot] = re;
      c[2 * k + 1][slot] = im;
      moduli[k][slot] = Math.sqrt(re * re + im * im);
    }
    for (int r = 0; r < 2 * degree; r++) {
      z[r][slot] = points[r];
    }
  }

  /** Moves what a slot holds to another. */
  void move(int from, int to) {
    move(c, from, to);
    move(moduli, from, to);
    move(z, from, to);
    worst[to] = worst[from];
  }

  private static void move(double[][] columns, int from, int to) {
    for (double[] column : columns) {
      column[to] = column[from];
    }
  }

  double root(int index, int slot) {
    return z[index][slot];
  }

  double worst(int slot) {
    return worst[slot];
  }

  /** One step for every root of the first {@code count} slots. */
  void sweep(int count) {
    Arrays.fill(worst, 0, count, 0);
    for (int r = 0; r < degree; r++) {
      double[] zr = z[2 * r];
      double[] zi = z[2 * r + 1];
      evaluate(zr, zi, count);
      errors(pr, pi, size, worst, count);
      step(r, zr, zi, count);
    }
  }

  private void evaluate(double[] zr, double[] zi, int count) {
    modulus(zr, zi, radius, count);
    System.arraycopy(c[2 * degree], 0, pr, 0, count);
    System.arraycopy(c[2 * degree + 1], 0, pi, 0, count);
    System.arraycopy(moduli[degree], 0, size, 0, count);
    Arrays.fill(dr, 0, count, 0);
    Arrays.fill(di, 0, count, 0);
    for (int k = degree - 1; k >= 0; k--) {
      derivative(zr, zi, pr, pi, dr, di, count);
      value(zr, zi, c[2 * k], c[2 * k + 1], pr, pi, count);
      size(radius, moduli[k], size, count);
    }
  }

  private static void modulus(double[] zr, double[] zi, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = Math.sqrt(zr[i] * zr[i] + zi[i] * zi[i]);
    }
  }

  private static void derivative(
      double[] zr, double[] zi, double[] pr, double[] pi, double[] dr, double[] di, int n) {
    for (int i = 0; i < n; i++) {
      double re = Math.fma(dr[i], zr[i], pr[i] - di[i] * zi[i]);
      di[i] = Math.fma(dr[i], zi[i], Math.fma(di[i], zr[i], pi[i]));
      dr[i] = re;
    }
  }

  private static void value(
      double[] zr, double[] zi, double[] cr, double[] ci, double[] pr, double[] pi, int n) {
    for (int i = 0; i < n; i++) {
      double re = Math.fma(pr[i], zr[i], cr[i] - pi[i] * zi[i]);
      pi[i] = Math.fma(pr[i], zi[i], Math.fma(pi[i], zr[i], ci[i]));
      pr[i] = re;
    }
  }

  private static void size(double[] radius, double[] modulus, double[] size, int n) {
    for (int i = 0; i < n; i++) {
      size[i] = Math.fma(size[i], radius[i], modulus[i]);
    }
  }

  private static void errors(double[] pr, double[] pi, double[] size, double[] worst, int n) {
    for (int i = 0; i < n; i++) {
      double error = (Math.abs(pr[i]) + Math.abs(pi[i])) / (size[i] + TINY);
      size[i] = error;
      worst[i] = Math.max(worst[i], error);
    }
  }

  private void step(int r, double[] zr, double[] zi, int count) {
    for (int j = 0; j < degree; j++) {
      if (j != r) {
        repel(zr, zi, z[2 * j], z[2 * j + 1], pr, pi, dr, di, count);
      }
    }
    move(pr, pi, dr, di, size, tolerance, zr, zi, count);
  }

  /** p′ ← p′ − p/(z_r − z_j). */
  private static void repel(
      double[] zr,
      double[] zi,
      double[] yr,
      double[] yi,
      double[] pr,
      double[] pi,
      double[] dr,
      double[] di,
      int n) {
    for (int i = 0; i < n; i++) {
      double x = zr[i] - yr[i];
      double y = zi[i] - yi[i];
      double inverse = 1 / Math.fma(x, x, Math.fma(y, y, TINY));
      double re = Math.fma(pr[i], x, pi[i] * y);
      double im = pi[i] * x - pr[i] * y;
      dr[i] -= re * inverse;
      di[i] -= im * inverse;
    }
  }

  /** z ← z − p/p′ where the error exceeds the tolerance. */
  private static void move(
      double[] pr,
      double[] pi,
      double[] dr,
      double[] di,
      double[] error,
      double tolerance,
      double[] zr,
      double[] zi,
      int n) {
    for (int i = 0; i < n; i++) {
      double free = Math.min(1, Math.max(0, (error[i] - tolerance) * STEEP));
      double norm = Math.fma(dr[i], dr[i], Math.fma(di[i], di[i], TINY));
      double scale = free / norm;
      double re = Math.fma(pr[i], dr[i], pi[i] * di[i]);
      double im = pi[i] * dr[i] - pr[i] * di[i];
      zr[i] -= re * scale;
      zi[i] -= im * scale;
    }
  }
}
