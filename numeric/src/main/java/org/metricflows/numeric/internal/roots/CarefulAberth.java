package org.metricflows.numeric.internal.roots;

import org.hipparchus.complex.Complex;

/**
 * The same iteration for one polynomial whose roots differ so much in size that powers of them
 * leave the range of numbers: outside the unit circle the reversed polynomial q(w) = w^n p(1/w) is
 * evaluated, and
 *
 * <pre>
 *   p/p′ = z q/(n q − w q′),   w = 1/z.
 * </pre>
 *
 * It also gives the backward errors of roots in closed form.
 */
final class CarefulAberth {

  private static final int SWEEPS = 300;

  private final int degree;
  private final double tolerance;

  private final Complex[] c;
  private final Complex[] z;
  private double size;
  private Complex value;
  private Complex derivative;

  CarefulAberth(int degree, double tolerance) {
    this.degree = degree;
    this.tolerance = tolerance;
    c = new Complex[degree + 1];
    z = new Complex[degree];
  }

  /**
   * Improves the points until each root's backward error is within the tolerance, or as long as
   * there is hope.
   *
   * @return the largest backward error
   */
  double solve(double[] coefficients, double[] points) {
    load(coefficients, points);
    double worst = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < SWEEPS && !(worst <= tolerance); sweep++) {
      worst = 0;
      for (int r = 0; r < degree; r++) {
        double error = error(z[r]);
        worst = Math.max(worst, error);
        if (error > tolerance) {
          z[r] = z[r].subtract(step(r));
        }
      }
    }
    for (int r = 0; r < degree; r++) {
      points[2 * r] = z[r].getRealPart();
      points[2 * r + 1] = z[r].getImaginaryPart();
    }
    return worst;
  }

  /** The largest backward error of the roots as they are. */
  double measure(double[] coefficients, double[] roots) {
    load(coefficients, roots);
    double worst = 0;
    for (Complex root : z) {
      worst = Math.max(worst, error(root));
    }
    return worst;
  }

  private void load(double[] coefficients, double[] points) {
    for (int k = 0; k <= degree; k++) {
      c[k] = new Complex(coefficients[2 * k], coefficients[2 * k + 1]);
    }
    for (int r = 0; r < degree; r++) {
      z[r] = new Complex(points[2 * r], points[2 * r + 1]);
    }
  }

  /** Evaluates at x, or reversed at 1/x. */
  private double error(Complex x) {
    boolean outside = isOutside(x);
    Complex at = outside ? x.reciprocal() : x;
    double radius = at.norm();
    value = Complex.ZERO;
    derivative = Complex.ZERO;
    size = 0;
    for (int j = degree; j >= 0; j--) {
      Complex coefficient = c[outside ? degree - j : j];
      derivative = derivative.multiply(at).add(value);
      value = value.multiply(at).add(coefficient);
      size = size * radius + coefficient.norm();
    }
    double modulus = Math.abs(value.getRealPart()) + Math.abs(value.getImaginaryPart());
    return size == 0 ? 0 : modulus / size;
  }

  private static boolean isOutside(Complex x) {
    return x.norm() > 1;
  }

  /** Newton's step at root r, just evaluated, repelled by the other roots. */
  private Complex step(int r) {
    Complex x = z[r];
    Complex slope = derivative;
    Complex height = value;
    if (isOutside(x)) {
      Complex w = x.reciprocal();
      slope = height.multiply(degree).subtract(w.multiply(derivative));
      height = x.multiply(height);
    }
    Complex repulsion = Complex.ZERO;
    for (int j = 0; j < degree; j++) {
      if (j != r && !z[j].equals(x)) {
        repulsion = repulsion.add(x.subtract(z[j]).reciprocal());
      }
    }
    return height.divide(slope.subtract(height.multiply(repulsion)));
  }
}
