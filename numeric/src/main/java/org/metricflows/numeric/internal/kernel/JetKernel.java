package org.metricflows.numeric.internal.kernel;

/** A kernel Θ(x, x') on a chart, with derivatives by both points. */
@FunctionalInterface
public interface JetKernel {

  /**
   * ∂_x^α ∂_x'^β Θ(x_a, x'_b) in row α·N + a, column β·M + b, with N points x and M points x' and
   * derivatives in the order of {@link org.metricflows.numeric.internal.batch.JetSpace}.
   *
   * @param points x, {@code [point][coordinate]}
   * @param order highest |α|, 0, 1 or 2
   * @param others x'
   * @param otherOrder highest |β|
   */
  KernelMatrix matrix(double[][] points, int order, double[][] others, int otherOrder);
}
