/**
 * Architectures: activations and the ansätze that turn a network's outputs into a metric.
 *
 * <p>An {@link org.metricflows.symbolic.network.Activation} is an expression σ(u), by name or a
 * person's own; its derivatives are derived, never typed in. An {@link
 * org.metricflows.symbolic.network.Ansatz} is a pointwise map (reference metric, network outputs f)
 * ↦ g, written once on jets, so that ∂g and ∂²g follow from those of f:
 *
 * <pre>
 *   additive              g_ij = g₀_ij + f_ij
 *   conformal             g_ij = e^{2f} g₀_ij
 *   diagonal-exponential  g_ii = g₀_ii e^{2 f_i}
 *   cholesky              g = (C + f)(C + f)ᵀ,  C Cᵀ = g₀,  f lower triangular
 * </pre>
 *
 * <pre>{@code
 * Derivation sigma = Activation.named("erf").derivatives(3);   // u ↦ σ, σ′, σ″, σ‴
 * }</pre>
 */
package org.metricflows.symbolic.network;
