package org.metricflows.numeric.internal.regime;

/**
 * The metric tangent kernel Θ_ij(x, x') of a model that does not change as it is trained, over N
 * training points and some held out. A model h = h(θ₀) + ∂h/∂θ (θ − θ₀), or a kernel from the
 * start.
 *
 * <p>Whatever the training, the change of the metric is Θ s for some sources s at the training
 * points: the state of flows and of optimisation alike. Columns are {@code [component][point]}. A
 * kernel may own scratch space, and serves one caller at a time.
 */
public interface TangentKernel {

  /** N. */
  int points();

  /** Components of the metric, m². */
  int components();

  /**
   * δ_i(x_a) = Σ_b Σ_j Θ_ij(x_a, x_b) s_j(x_b) at the training points.
   *
   * @param change receives δ; nothing is allocated once warm
   */
  void apply(double[][] sources, double[][] change);

  /** The same at the points held out. */
  double[][] predict(double[][] sources);

  /**
   * K_ab = Σ_ij c_i(x_a) Θ_ij(x_a, x_b) c_j(x_b): the kernel of one number a point whose
   * derivatives by the components are c. Row-major, N × N, symmetric.
   */
  double[] contract(double[][] covectors);
}
