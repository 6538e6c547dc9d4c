package org.metricflows.numeric.internal.gradient;

import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowStopException;

/** A flow along which a loss falls. */
public interface Descent extends Flow {

  /** The loss L. */
  double loss(double[] y);

  /** |∂L/∂θ|², at infinite width ∫∫ δℓ Θ δℓ: the speed at which L falls. */
  double gradientNormSquared(double[] y) throws FlowStopException;

  /**
   * dL/dt, measured without the gradient: fourth-order central differences of L along the flow.
   *
   * <p>It is −{@link #gradientNormSquared} up to the differences' error, some 1e-10 relative.
   */
  default double lossRate(double[] y) throws FlowStopException {
    double[] yDot = new double[y.length];
    derivative(0, y, yDot);
    double speed = norm(yDot);
    if (speed == 0) {
      return 0;
    }
    double h = 1e-3 * (1 + norm(y)) / speed;
    double near = loss(moved(y, yDot, h)) - loss(moved(y, yDot, -h));
    double far = loss(moved(y, yDot, 2 * h)) - loss(moved(y, yDot, -2 * h));
    return (8 * near - far) / (12 * h);
  }

  private static double[] moved(double[] y, double[] yDot, double h) {
    double[] moved = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      moved[i] = y[i] + h * yDot[i];
    }
    return moved;
  }

  private static double norm(double[] v) {
    double sum = 0;
    for (double x : v) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }
}
