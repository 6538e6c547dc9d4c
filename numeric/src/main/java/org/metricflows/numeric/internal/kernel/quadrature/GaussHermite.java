package org.metricflows.numeric.internal.kernel.quadrature;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.metricflows.numeric.internal.hermitian.Eigenvalues;

/**
 * Gauss–Hermite quadrature for the standard normal density.
 *
 * <p>The nodes are the eigenvalues of the Jacobi matrix with √1, √2, … beside the diagonal (Golub,
 * Welsch), polished by one Newton step; the weights are Christoffel's 1/Σ_{k&lt;n} h_k(s)².
 */
final class GaussHermite {

  /** Rules of 16, 32, …, 256 nodes. */
  static final List<GaussianRule> LEVELS =
      IntStream.rangeClosed(1, 5).mapToObj(level -> rule(8 << level)).toList();

  private GaussHermite() {}

  private static GaussianRule rule(int n) {
    double[][] jacobi = new double[n][n];
    for (int k = 0; k + 1 < n; k++) {
      jacobi[k][k + 1] = Math.sqrt(k + 1);
      jacobi[k + 1][k] = jacobi[k][k + 1];
    }
    double[] nodes = Arrays.copyOf(Eigenvalues.of(jacobi), n / 2);
    Arrays.sort(nodes);
    double[] weights = new double[n / 2];
    for (int j = 0; j < nodes.length; j++) {
      double[] h = functions(nodes[j], n);
      nodes[j] -= h[n] / (Math.sqrt(n) * h[n - 1]);
      double[] polished = functions(nodes[j], n - 1);
      weights[j] = 1 / Arrays.stream(polished).map(v -> v * v).sum();
    }
    return new GaussianRule(nodes, weights, n / 2);
  }

  /** h_k(s) e^{−s²/4} for k ≤ n. */
  private static double[] functions(double s, int n) {
    double[] h = new double[n + 1];
    h[0] = Math.exp(-s * s / 4);
    h[1] = s * h[0];
    for (int k = 1; k < n; k++) {
      h[k + 1] = (s * h[k] - Math.sqrt(k) * h[k - 1]) / Math.sqrt(k + 1);
    }
    return h;
  }
}
