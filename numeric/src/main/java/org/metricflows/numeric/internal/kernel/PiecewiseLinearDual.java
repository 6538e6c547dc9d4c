package org.metricflows.numeric.internal.kernel;

/**
 * The dual of φ(u) = right · u for u > 0, left · u for u &lt; 0: relu is (1, 0), |u| is (1, −1).
 *
 * <p>Its kernels are arc-cosine kernels. They have a kink where x and x' are parallel, so that
 * values can be had and derivatives cannot.
 *
 * @param right slope to the right of the origin
 * @param left slope to the left of the origin
 */
public record PiecewiseLinearDual(double right, double left) implements KernelDual {

  public PiecewiseLinearDual {
    if (!Double.isFinite(right) || !Double.isFinite(left)) {
      throw new IllegalArgumentException(
          "activation: the slopes " + right + " and " + left + " must be finite");
    }
  }

  @Override
  public PairKernel pairs(KernelArchitecture architecture, PairSpace space) {
    if (space.orderX() + space.orderXp() > 0) {
      throw new IllegalArgumentException(
          "activation: the kernel of a piecewise-linear activation such as relu is not twice"
              + " differentiable in each argument (it has a kink where the points are parallel), so"
              + " that a loss with derivatives of the metric cannot use it; choose a smooth"
              + " activation");
    }
    return new ArcCosineKernel(architecture, this);
  }
}
