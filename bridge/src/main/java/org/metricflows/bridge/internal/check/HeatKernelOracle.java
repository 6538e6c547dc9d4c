package org.metricflows.bridge.internal.check;

import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/**
 * The periodic heat kernel written a second time, as Poisson's sum of Gaussians over all images,
 *
 * <pre>
 *   Θ(x, x′) = Π_i Σ_n (2πℓ²)^{−1/2} exp(−(x_i − x′_i + nP_i)²/2ℓ²),
 * </pre>
 *
 * where the evaluator sums waves.
 *
 * @param periods P_i
 * @param bandwidth ℓ
 */
record HeatKernelOracle(double[] periods, double bandwidth) {
  /** Two derivatives by each point. */
  private static final int HIGHEST = 4;

  /** Farther images are below 1e-30, derivatives included. */
  private static final double REACH = 13;

  /** One factor and its derivatives at s. */
  private double[] factor(int axis, double s) {
    DerivativeStructure distance = new DSFactory(1, HIGHEST).variable(0, s);
    DerivativeStructure sum = distance.newInstance(0.0);
    int images = (int) Math.ceil((REACH * bandwidth + Math.abs(s)) / periods[axis]);
    for (int n = -images; n <= images; n++) {
      DerivativeStructure u = distance.add(n * periods[axis]).divide(bandwidth);
      sum = sum.add(u.multiply(u).multiply(-0.5).exp());
    }
    return sum.divide(bandwidth * Math.sqrt(2 * Math.PI)).getAllDerivatives();
  }

  /** Derivatives of Θ for one pair of points. */
  interface Jets {
    /** ∂_x^α ∂_x′^β Θ. */
    double get(int[] alpha, int[] beta);
  }

  Jets at(double[] x, double[] xPrime) {
    double[][] factors = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      factors[i] = factor(i, x[i] - xPrime[i]);
    }
    return (alpha, beta) -> {
      double value = 1;
      for (int i = 0; i < factors.length; i++) {
        double derivative = factors[i][alpha[i] + beta[i]];
        value *= beta[i] % 2 == 0 ? derivative : -derivative;
      }
      return value;
    };
  }

  /** Θ(x, x). */
  double diagonal() {
    double value = 1;
    for (int i = 0; i < periods.length; i++) {
      value *= factor(i, 0)[0];
    }
    return value;
  }
}
