package org.metricflows.numeric.internal.flow;

/**
 * An initial value problem dy/dt = F(t, y), y(t₀) = y₀ with y ∈ ℝⁿ.
 *
 * <p>Implementations give the same bits for the same arguments: resuming a run relies on it.
 */
public interface Flow {

  /** The number of unknowns, n ≥ 1. */
  int dimension();

  /** A fresh copy of y₀, of length n. */
  double[] initialState();

  /**
   * Writes F(t, y) to {@code yDot}. Both arrays have length n; {@code y} is not to be changed.
   *
   * <p>A right-hand side with non-finite entries is understood as "not defined here" and treated as
   * if this method had thrown.
   *
   * @throws FlowStopException when F is not defined at (t, y), with the reason in words. A trial
   *     step that ends there is shortened; a flow that cannot avoid it stops with that reason.
   */
  void derivative(double t, double[] y, double[] yDot) throws FlowStopException;
}
