package org.metricflows.symbolic.internal.kahler;

/** What moves the parameters of a Kähler potential. */
public enum KahlerMotion {
  /** θ̇ = −∂L/∂θ. */
  GRADIENT,
  /** The steepest descent of L in the L² product of potentials, θ̇ = −(JᵀWJ + λ)⁻¹ ∂L/∂θ. */
  NATURAL,
  /** Kähler–Ricci flow, θ̇ = (JᵀWJ + λ)⁻¹ JᵀW log(q/κ). */
  RICCI
}
