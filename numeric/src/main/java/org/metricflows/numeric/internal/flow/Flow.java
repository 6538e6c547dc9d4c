package org.metricflows.numeric.internal.flow;

import java.util.Optional;

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

  /**
   * Another state to go on from in place of y, of the same dimension and meaning: the same thing on
   * a grid that suits it better. Asked after every step; where there is one, a leg ends.
   */
  default Optional<double[]> renewed(double t, double[] y) {
    return Optional.empty();
  }
}
