package org.metricflows.numeric.internal.kernel.quadrature;

/**
 * The sums Σ_j w_j e^{−s_j²/2} h_n(s_j) f(s_j) of a symmetric rule for several functions, for n =
 * 0, 1, 2, … by the recurrence √(n+1) h_{n+1} = s h_n − √n h_{n−1}.
 *
 * <p>h_n is even or odd with n, so that it meets the even or odd part of f on half of the nodes.
 */
final class HermiteSums {

  private final double[] nodes;
  private final double[][] even;
  private final double[][] odd;
  private double[] before;
  private double[] current;
  private int n;

  /** Functions as [k][node], the values at −s after all those at s. */
  HermiteSums(GaussianRule rule, double[][] values) {
    int m = rule.size();
    nodes = new double[m];
    before = new double[m];
    current = new double[m];
    even = new double[values.length][m];
    odd = new double[values.length][m];
    for (int j = 0; j < m; j++) {
      nodes[j] = rule.node(j);
      double rootDensity = Math.exp(-nodes[j] * nodes[j] / 4);
      current[j] = rootDensity;
      double weight = rule.weight(j) * rootDensity;
      for (int k = 0; k < values.length; k++) {
        even[k][j] = weight * (values[k][j] + values[k][m + j]);
        odd[k][j] = weight * (values[k][j] - values[k][m + j]);
      }
    }
  }

  /** The sums of all functions for the next n. */
  double[] next() {
    double[][] part = n % 2 == 0 ? even : odd;
    double[] sums = new double[part.length];
    for (int k = 0; k < sums.length; k++) {
      sums[k] = DotProduct.of(part[k], current, nodes.length);
    }
    step();
    return sums;
  }

  private void step() {
    double up = 1 / Math.sqrt(n + 1);
    double down = Math.sqrt(n) * up;
    for (int j = 0; j < nodes.length; j++) {
      before[j] = up * nodes[j] * current[j] - down * before[j];
    }
    double[] next = before;
    before = current;
    current = next;
    n++;
  }
}
