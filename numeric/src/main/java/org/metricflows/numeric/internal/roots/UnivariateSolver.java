package org.metricflows.numeric.internal.roots;

/**
 * Finds all roots of complex polynomials of one degree in the calling thread, without allocation
 * but for rare polynomials with roots of very different sizes. An instance is scratch space: one
 * thread at a time.
 *
 * <p>Linear and quadratic polynomials are solved in closed form. Others stream through the slots of
 * Ehrlich's and Aberth's iteration: when all roots of one are within the tolerance, the next takes
 * its place.
 */
public final class UnivariateSolver {

  /** Sweeps that roots of any multiplicity need at most, unless their sizes are extreme. */
  private static final int SWEEPS = 60;

  private final int degree;
  private final BalancedPolynomial polynomial;
  private final StartingPoints start;
  private final AberthLanes lanes;
  private final CarefulAberth careful;
  private final double[] points;

  private final int[] indices = new int[AberthLanes.WIDTH];
  private final int[] sweeps = new int[AberthLanes.WIDTH];

  private UnivariateSolver(int degree) {
    this.degree = degree;
    polynomial = new BalancedPolynomial(degree);
    start = new StartingPoints(degree);
    lanes = new AberthLanes(degree, tolerance(degree));
    careful = new CarefulAberth(degree, tolerance(degree));
    points = new double[2 * degree];
  }

  /** A solver for polynomials of this degree, at least 1. */
  public static UnivariateSolver ofDegree(int degree) {
    if (degree < 1) {
      throw new IllegalArgumentException("degree: " + degree + " is not at least 1");
    }
    return new UnivariateSolver(degree);
  }

  /**
   * The backward error that roots are accepted with, n 2⁻⁵²: what rounding in Horner's rule alone
   * may amount to.
   */
  public static double tolerance(int degree) {
    return degree * 0x1p-52;
  }

  /**
   * Solves polynomials {@code from ≤ p < to}.
   *
   * @param coefficients Re and Im of the coefficient of z^k at {@code [2k + part][p]}, 0 ≤ k ≤ n
   * @param roots receives Re and Im of root r at {@code [2r + part][p]}, in no particular order;
   *     NaN where there is an infinite error
   * @param errors receives max_r |p(z_r)|₁/Σ_k|c_k||z_r|^k with |x + iy|₁ = |x| + |y|, the relative
   *     change of coefficients that makes any one root exact (at most √2 too large): at most {@link
   *     #tolerance} unless the iteration came to an end early, and infinite if there are no n
   *     finite roots (the leading coefficient is zero, or one is not finite)
   */
  public void solve(double[][] coefficients, double[][] roots, double[] errors, int from, int to) {
    if (ClosedForm.covers(degree)) {
      for (int p = from; p < to; p++) {
        if (accept(coefficients, p, roots, errors)) {
          ClosedForm.solve(polynomial, points);
          errors[p] = careful.measure(polynomial.coefficients, points);
          storePoints(roots, p);
        }
      }
    } else {
      stream(coefficients, roots, errors, from, to);
    }
  }

  private void stream(
      double[][] coefficients, double[][] roots, double[] errors, int from, int to) {
    int next = from;
    int active = 0;
    while (true) {
      for (; active < AberthLanes.WIDTH && next < to; next++) {
        if (accept(coefficients, next, roots, errors)) {
          occupy(active++, next);
        }
      }
      if (active == 0) {
        return;
      }
      lanes.sweep(active);
      for (int slot = active - 1; slot >= 0; slot--) {
        if (isFinished(slot)) {
          retire(slot, coefficients, roots, errors);
          active--;
          vacate(slot, active);
        }
      }
    }
  }

  /** Loads a polynomial, or says that it has no n finite roots. */
  private boolean accept(double[][] coefficients, int p, double[][] roots, double[] errors) {
    boolean accepted = polynomial.load(coefficients, p);
    if (!accepted) {
      errors[p] = Double.POSITIVE_INFINITY;
      for (int i = 0; i < 2 * degree; i++) {
        roots[i][p] = Double.NaN;
      }
    }
    return accepted;
  }

  private void occupy(int slot, int p) {
    start.place(polynomial, points);
    lanes.load(slot, polynomial.coefficients, points);
    indices[slot] = p;
    sweeps[slot] = 0;
  }

  private void vacate(int slot, int last) {
    lanes.move(last, slot);
    indices[slot] = indices[last];
    sweeps[slot] = sweeps[last];
  }

  private boolean isFinished(int slot) {
    double worst = lanes.worst(slot);
    return worst <= tolerance(degree)
        || !(worst < Double.POSITIVE_INFINITY)
        || ++sweeps[slot] == SWEEPS;
  }

  private void retire(int slot, double[][] coefficients, double[][] roots, double[] errors) {
    int p = indices[slot];
    polynomial.load(coefficients, p);
    errors[p] = lanes.worst(slot);
    if (errors[p] <= tolerance(degree)) {
      for (int i = 0; i < 2 * degree; i++) {
        points[i] = lanes.root(i, slot);
      }
    } else {
      start.place(polynomial, points);
      errors[p] = careful.solve(polynomial.coefficients, points);
    }
    storePoints(roots, p);
  }

  private void storePoints(double[][] roots, int p) {
    for (int i = 0; i < 2 * degree; i++) {
      roots[i][p] = polynomial.unscale(points[i]);
    }
  }
}
