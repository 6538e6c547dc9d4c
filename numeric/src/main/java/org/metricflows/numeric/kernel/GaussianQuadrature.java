package org.metricflows.numeric.kernel;

import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.analysis.integration.gauss.SymmetricGaussIntegrator;

/**
 * Families of rules for E[f(s)], s ~ N(0, 1), that double their number of nodes from level to
 * level.
 *
 * <p>For f analytic in the strip |Im s| < a, n trapezoidal nodes err by e^{−cn}, n Gauss–Hermite
 * nodes by e^{−c√n} only, because these spread over a range that grows as √n. tanh(√p s) has a =
 * π/(2√p): at p = 2 the trapezoidal rule reaches 10⁻¹⁵ with some 50 nodes, Gauss–Hermite with 250.
 * Gauss–Hermite is the better one for polynomials, which it integrates exactly.
 */
public enum GaussianQuadrature {
  /** Nodes jh, |jh| ≤ reach, with h halved from level to level. */
  TRAPEZOIDAL {
    @Override
    GaussianRule rule(int level, double reach) {
      double step = 1.0 / (1 << level);
      int n = (int) Math.ceil(reach / step);
      double[] nodes = new double[n + 1];
      double[] weights = new double[n + 1];
      for (int j = 0; j <= n; j++) {
        nodes[j] = j * step;
        weights[j] = (j == 0 ? step / 2 : step) / Math.sqrt(2 * Math.PI);
      }
      int degree = (int) Math.min(1 << 20, Math.pow(Math.PI / (2 * step), 2));
      return GaussianRule.ofDensity(nodes, weights, degree);
    }

    @Override
    int finest() {
      return 8;
    }
  },
  /** The zeros of Hermite polynomials of degree 16, 32, …, 256. */
  GAUSS_HERMITE {
    @Override
    GaussianRule rule(int level, double reach) {
      int n = 8 << level;
      SymmetricGaussIntegrator rule = new GaussIntegratorFactory(0).hermite(n);
      double[] nodes = new double[n / 2];
      double[] weights = new double[n / 2];
      for (int j = 0; j < n / 2; j++) {
        nodes[j] = Math.sqrt(2) * Math.abs(rule.getPoint(j));
        weights[j] = rule.getWeight(j) / Math.sqrt(Math.PI);
      }
      return GaussianRule.ofWeights(nodes, weights, n / 2);
    }

    @Override
    int finest() {
      return 5;
    }
  };

  /** The rule of a level ≥ 1, over |s| ≤ reach if the rule is a truncated one. */
  abstract GaussianRule rule(int level, double reach);

  /** The last level. */
  abstract int finest();
}
