package org.metricflows.numeric.internal.kernel.quadrature;

/**
 * Families of rules for E[f(s)], s ~ N(0, 1), that double their number of nodes from level to
 * level.
 *
 * <p>For f analytic in the strip |Im s| &lt; a, n trapezoidal nodes err by e^{−cn} and n
 * Gauss–Hermite nodes by e^{−c√n}, because these spread over a range that grows as √n. tanh(√p s)
 * has its poles at ±iπ/(2√p): for the mean of its square at p = 8, 209 trapezoidal nodes err by
 * 3·10⁻¹¹ and 256 Gauss–Hermite nodes by 4·10⁻⁷. Gauss–Hermite is exact for polynomials.
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
      int degree = (int) Math.min(1 << 16, Math.pow(Math.PI / (2 * step), 2));
      return new GaussianRule(nodes, weights, degree);
    }

    @Override
    int finest() {
      return 8;
    }
  },
  /** The zeros of the Hermite polynomials of degree 16, 32, …, 256. */
  GAUSS_HERMITE {
    @Override
    GaussianRule rule(int level, double reach) {
      return GaussHermite.LEVELS.get(level - 1);
    }

    @Override
    int finest() {
      return GaussHermite.LEVELS.size();
    }
  };

  /** The rule of a level ≥ 1, over |s| ≤ reach if the rule is a truncated one. */
  abstract GaussianRule rule(int level, double reach);

  /** The last level. */
  abstract int finest();
}
