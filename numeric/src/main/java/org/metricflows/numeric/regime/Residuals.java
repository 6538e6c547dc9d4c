package org.metricflows.numeric.regime;

/**
 * A loss L = Σ_a ρ_a² with one residual a point, a function of the change δ of the metric there.
 *
 * <p>For the Monge–Ampère loss ρ = √(w/⟨w⟩N) (1 − det(g₀+δ)/κ|Ω|²).
 */
@FunctionalInterface
public interface Residuals {

  /**
   * Evaluates all points.
   *
   * @param change δ, {@code [component][point]}
   * @param residual receives ρ
   * @param slopes receives ∂ρ_a/∂δ_i(x_a), {@code [component][point]}
   */
  void evaluate(double[][] change, double[] residual, double[][] slopes);
}
