package org.metricflows.numeric.internal.kernel.quadrature;

/**
 * A symmetric rule Σ_j (w_j e^{−s_j²/2}) (f(s_j) + f(−s_j)) ≈ E[f(s)], s ~ N(0, 1).
 *
 * <p>The density is kept out of the weights w, so that a Hermite polynomial and the function that
 * it multiplies can each take half of it and neither overflows.
 */
final class GaussianRule {

  private final double[] nodes;
  private final double[] weights;
  private final int degree;

  /**
   * A rule from its non-negative nodes.
   *
   * @param nodes s_j ≥ 0
   * @param weights w_j, without the density e^{−s²/2}; half of it at s = 0
   * @param degree the highest degree of Hermite polynomials that the nodes resolve
   */
  GaussianRule(double[] nodes, double[] weights, int degree) {
    this.nodes = nodes;
    this.weights = weights;
    this.degree = degree;
  }

  int size() {
    return nodes.length;
  }

  double node(int j) {
    return nodes[j];
  }

  double weight(int j) {
    return weights[j];
  }

  /** The highest degree of Hermite polynomials that the nodes resolve. */
  int degree() {
    return degree;
  }
}
