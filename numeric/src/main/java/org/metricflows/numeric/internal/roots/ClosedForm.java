package org.metricflows.numeric.internal.roots;

import org.hipparchus.complex.Complex;

/** Roots of linear and quadratic polynomials. */
final class ClosedForm {

  private ClosedForm() {}

  /** Whether there is one for this degree. */
  static boolean covers(int degree) {
    return degree <= 2;
  }

  /** Puts root r at z[2r] + i z[2r + 1]. */
  static void solve(BalancedPolynomial polynomial, double[] z) {
    double[] c = polynomial.coefficients;
    Complex constant = new Complex(c[0], c[1]);
    Complex linear = new Complex(c[2], c[3]);
    if (polynomial.degree == 1) {
      put(constant.divide(linear).negate(), z, 0);
    } else {
      quadratic(constant, linear, new Complex(c[4], c[5]), z);
    }
  }

  /**
   * With q = −(b ± √(b² − 4ac))/2, its sign such that nothing cancels, the roots are q/a and c/q.
   */
  private static void quadratic(Complex c, Complex b, Complex a, double[] z) {
    Complex root = b.square().subtract(a.multiply(c).multiply(4)).sqrt();
    boolean aligned =
        b.getRealPart() * root.getRealPart() + b.getImaginaryPart() * root.getImaginaryPart() >= 0;
    Complex q = b.add(aligned ? root : root.negate()).multiply(-0.5);
    put(q.divide(a), z, 0);
    put(q.isZero() ? Complex.ZERO : c.divide(q), z, 1);
  }

  private static void put(Complex root, double[] z, int r) {
    z[2 * r] = root.getRealPart();
    z[2 * r + 1] = root.getImaginaryPart();
  }
}
