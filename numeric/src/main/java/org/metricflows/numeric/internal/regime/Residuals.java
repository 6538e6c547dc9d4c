package org.metricflows.numeric.internal.regime;

import org.metricflows.numeric.internal.network.JetLoss;

/**
 * A loss L = Σ_a ρ_a² with one residual a point, a function of the change δ of the metric there.
 *
 * <p>For the Monge–Ampère loss ρ = √(w/⟨w⟩N) (1 − det(g₀+δ)/κ|Ω|²).
 */
@FunctionalInterface
public interface Residuals {

  /**
   * Evaluates points that follow one another; may be called by several threads at once.
   *
   * @param first the first point's number
   * @param count how many
   * @param change δ, {@code [component][point]}
   * @param residual receives ρ
   * @param slopes receives ∂ρ_a/∂δ_i(x_a), {@code [component][point]}
   */
  void evaluate(int first, int count, double[][] change, double[] residual, double[][] slopes);

  /** Evaluates all points. */
  default void evaluate(double[][] change, double[] residual, double[][] slopes) {
    evaluate(0, residual.length, change, residual, slopes);
  }

  /** L, as a loss of δ. */
  default JetLoss squared() {
    return new SquaredResiduals(this);
  }
}
