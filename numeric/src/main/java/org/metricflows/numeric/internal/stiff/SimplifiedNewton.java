package org.metricflows.numeric.internal.stiff;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Solves ψ + d = c F(t, y₀ + d) for d by Newton's method with a matrix 1 − cJ that is kept from
 * step to step; the Jacobian is worked out anew when four iterations do not do.
 */
final class SimplifiedNewton {

  /** Iterations before a Jacobian counts as too old, or a step as too long. */
  static final int LARGEST_COUNT = 4;

  private final Equation equation;
  private final ErrorNorm norm;
  private final double accuracy;
  private final Jacobian jacobian;
  private final DMatrixRMaj matrix;
  private final DMatrixRMaj right;
  private final DMatrixRMaj change;
  private final LinearSolverDense<DMatrixRMaj> factors;
  private double factoredFor = Double.NaN;
  private boolean known;
  private boolean fresh;
  private int iterations;

  SimplifiedNewton(Equation equation, int dimension, ErrorNorm norm) {
    this.equation = equation;
    this.norm = norm;
    this.accuracy =
        Math.max(10 * Math.ulp(1.0) / norm.relative(), Math.min(0.03, Math.sqrt(norm.relative())));
    this.jacobian = new Jacobian(dimension, norm.absolute() / norm.relative());
    this.matrix = new DMatrixRMaj(dimension, dimension);
    this.right = new DMatrixRMaj(dimension, 1);
    this.change = new DMatrixRMaj(dimension, 1);
    this.factors = LinearSolverFactory_DDRM.lu(dimension);
  }

  /** The iterations of the last solution. */
  int iterations() {
    return iterations;
  }

  /** A step has been accepted: the Jacobian is of a place that has been left. */
  void moved() {
    fresh = false;
  }

  /**
   * Solves, from d = 0.
   *
   * @param start y₀, not changed
   * @param y becomes y₀ + d
   * @param d becomes d
   * @return whether it converged, if need be with the Jacobian of this place
   * @throws OutOfDomainException if F is not defined at y₀
   */
  boolean solve(double t, double[] start, double[] psi, double c, double[] y, double[] d) {
    while (true) {
      if (!known) {
        jacobian.update(equation, t, start);
        known = true;
        fresh = true;
        factoredFor = Double.NaN;
      }
      if (factor(c) && iterate(t, start, psi, c, y, d)) {
        return true;
      }
      if (fresh) {
        return false;
      }
      known = false;
    }
  }

  private boolean factor(double c) {
    if (c == factoredFor) {
      return true;
    }
    jacobian.implicit(c, matrix);
    factoredFor = factors.setA(matrix) ? c : Double.NaN;
    return c == factoredFor;
  }

  private boolean iterate(
      double t, double[] start, double[] psi, double c, double[] y, double[] d) {
    System.arraycopy(start, 0, y, 0, y.length);
    Arrays.fill(d, 0);
    double before = Double.NaN;
    for (int k = 0; k < LARGEST_COUNT; k++) {
      double[] f = equation.derivative(t, y);
      for (int i = 0; i < y.length; i++) {
        right.data[i] = c * f[i] - psi[i] - d[i];
      }
      factors.solve(right, change);
      double size = norm.of(change.data, start);
      double rate = size / before;
      if (rate >= 1 || Math.pow(rate, LARGEST_COUNT - k) / (1 - rate) * size > accuracy) {
        return false;
      }
      for (int i = 0; i < y.length; i++) {
        y[i] += change.data[i];
        d[i] += change.data[i];
      }
      iterations = k + 1;
      if (size == 0 || rate / (1 - rate) * size < accuracy) {
        return true;
      }
      before = size;
    }
    return false;
  }
}
