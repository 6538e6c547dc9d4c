package org.metricflows.numeric.internal.roots;

import java.math.BigDecimal;
import java.util.Random;
import org.hipparchus.complex.Complex;

/** Polynomials as arrays of coefficients, the constant one first, and what is known about them. */
final class Polynomials {

  private Polynomials() {}

  /** Π (z − root), expanded. */
  static Complex[] withRoots(Complex... roots) {
    Complex[] c = {Complex.ONE};
    for (Complex root : roots) {
      Complex[] next = new Complex[c.length + 1];
      for (int k = 0; k <= c.length; k++) {
        Complex up = k > 0 ? c[k - 1] : Complex.ZERO;
        Complex down = k < c.length ? c[k].multiply(root) : Complex.ZERO;
        next[k] = up.subtract(down);
      }
      c = next;
    }
    return c;
  }

  static Complex[] real(double... coefficients) {
    Complex[] c = new Complex[coefficients.length];
    for (int k = 0; k < c.length; k++) {
      c[k] = new Complex(coefficients[k]);
    }
    return c;
  }

  static Complex gaussian(Random random) {
    return new Complex(random.nextGaussian(), random.nextGaussian());
  }

  /** Coefficients with the variance of a form restricted to a random line, binomial(n, k). */
  static Complex[] random(int degree, Random random) {
    Complex[] c = new Complex[degree + 1];
    double binomial = 1;
    for (int k = 0; k <= degree; k++) {
      c[k] = gaussian(random).multiply(Math.sqrt(binomial));
      binomial *= (double) (degree - k) / (k + 1);
    }
    return c;
  }

  /** The layout [2k + part][polynomial]. */
  static double[][] batch(Complex[]... polynomials) {
    double[][] c = new double[2 * polynomials[0].length][polynomials.length];
    for (int p = 0; p < polynomials.length; p++) {
      for (int k = 0; k < polynomials[p].length; k++) {
        c[2 * k][p] = polynomials[p][k].getRealPart();
        c[2 * k + 1][p] = polynomials[p][k].getImaginaryPart();
      }
    }
    return c;
  }

  static Complex[] rootsOf(UnivariateRoots found, int polynomial) {
    Complex[] z = new Complex[found.degree()];
    for (int r = 0; r < z.length; r++) {
      z[r] = new Complex(found.roots()[2 * r][polynomial], found.roots()[2 * r + 1][polynomial]);
    }
    return z;
  }

  /** Σ|c_k||z|^k. */
  static double size(Complex[] c, Complex z) {
    double sum = 0;
    for (int k = c.length - 1; k >= 0; k--) {
      sum = sum * z.norm() + c[k].norm();
    }
    return sum;
  }

  static Complex derivative(Complex[] c, Complex z) {
    Complex sum = Complex.ZERO;
    for (int k = c.length - 1; k > 0; k--) {
      sum = sum.multiply(z).add(c[k].multiply(k));
    }
    return sum;
  }

  /**
   * How far, to first order, a simple root moves when each coefficient changes by this part of
   * itself.
   */
  static double sensitivity(Complex[] c, Complex root, double relative) {
    return relative * size(c, root) / derivative(c, root).norm();
  }

  /** |p(z)|/Σ|c_k||z|^k with p(z) evaluated without any rounding. */
  static double exactBackwardError(Complex[] c, Complex z) {
    BigDecimal x = new BigDecimal(z.getRealPart());
    BigDecimal y = new BigDecimal(z.getImaginaryPart());
    BigDecimal re = BigDecimal.ZERO;
    BigDecimal im = BigDecimal.ZERO;
    for (int k = c.length - 1; k >= 0; k--) {
      BigDecimal next = re.multiply(x).subtract(im.multiply(y));
      im = re.multiply(y).add(im.multiply(x)).add(new BigDecimal(c[k].getImaginaryPart()));
      re = next.add(new BigDecimal(c[k].getRealPart()));
    }
    return new Complex(re.doubleValue(), im.doubleValue()).norm() / size(c, z);
  }

  /** Distance of the nearest of the points. */
  static double distance(Complex z, Complex[] points) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Complex point : points) {
      nearest = Math.min(nearest, z.subtract(point).norm());
    }
    return nearest;
  }
}
