package org.metricflows.bridge.internal.check;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The sphere dx² + ψ(x)² g_S with ψ = p sin x, p = 1 + v sin² x, by Taylor polynomials in x and the
 * curvature of the whole metric; lengths are in units of ℓ.
 *
 * @param dimension n
 * @param v even about 0 and π
 */
record SphereOracle(int dimension, EvenWave v) {
  /** Smooth functions over a tenth of the way are integrated to the last digit. */
  private static final int NODES = 24;

  private static final int PANELS = 10;
  private static final int BOTH_PLANES = 3;

  /** p as a polynomial. */
  DerivativeStructure stretch(DerivativeStructure x) {
    return v.at(x).multiply(x.sin().pow(2)).add(1);
  }

  /** ψ as a polynomial. */
  DerivativeStructure radius(DerivativeStructure x) {
    return x.sin().multiply(stretch(x));
  }

  /** x as a polynomial in itself. */
  static DerivativeStructure variable(double x, int order) {
    return new DSFactory(1, order).variable(0, x);
  }

  /** ψ. */
  double radius(double x) {
    return radius(variable(x, 1)).getValue();
  }

  /** ψ_x. */
  double slope(double x) {
    return radius(variable(x, 1)).getPartialDerivative(1);
  }

  /** The curvature in a number of dimensions. */
  private WarpedMetric.At curvature(int d, double x) {
    return new WarpedMetric(d, this::radius, y -> y.newInstance(1)).at(x);
  }

  /** The curvature of the sphere. */
  WarpedMetric.At curvature(double x) {
    return curvature(dimension, x);
  }

  /**
   * The curvature of the sphere with this profile in dimension 3, which has planes of both kinds.
   */
  WarpedMetric.At planes(double x) {
    return curvature(BOTH_PLANES, x);
  }

  /** Ric of ∂_x, from the planes. */
  double radialRicci(double x) {
    return (dimension - 1) * planes(x).radial();
  }

  /** R, from the planes; at a pole all are alike, and K = −ψ_xxx/ψ_x there. */
  double scalar(double x) {
    if (x == 0 || x == Math.PI) {
      DerivativeStructure psi = radius(variable(x, 3));
      double k = -psi.getPartialDerivative(3) / psi.getPartialDerivative(1);
      return dimension * (dimension - 1) * k;
    }
    WarpedMetric.At planes = planes(x);
    return (dimension - 1) * (2 * planes.radial() + (dimension - 2) * planes.tangential());
  }

  /** ∫ f by Gauss and Legendre's rule on ten panels. */
  static double integral(UnivariateFunction f, double from, double to) {
    double width = (to - from) / PANELS;
    double sum = 0;
    for (int panel = 0; panel < PANELS; panel++) {
      double left = from + panel * width;
      sum += new GaussIntegratorFactory().legendre(NODES, left, left + width).integrate(f);
    }
    return sum;
  }
}
