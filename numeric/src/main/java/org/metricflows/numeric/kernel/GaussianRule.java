package org.metricflows.numeric.kernel;

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

  private GaussianRule(double[] nodes, double[] weights, int degree) {
    this.nodes = nodes;
    this.weights = weights;
    this.degree = degree;
  }

  /** From non-negative nodes and weights without the density e^{−s²/2}; half of it at s = 0. */
  static GaussianRule ofDensity(double[] nodes, double[] weights, int degree) {
    return new GaussianRule(nodes, weights, degree);
  }

  /** From non-negative nodes and weights that contain the density. */
  static GaussianRule ofWeights(double[] nodes, double[] weights, int degree) {
    double[] bare = new double[weights.length];
    for (int j = 0; j < bare.length; j++) {
      bare[j] = weights[j] * Math.exp(nodes[j] * nodes[j] / 2);
    }
    return new GaussianRule(nodes, bare, degree);
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
