/**
 * Right-hand sides of geometric evolution equations, and the densities of their functionals, as
 * derivations over jets.
 *
 * <pre>
 *   Ricci flow              ∂_t g = −2 Ric
 *   in DeTurck's gauge      ∂_t g = −2 Ric + L_W g,   W^k = g^ij(Γ^k_ij − Γ̄^k_ij)
 *   Perelman, measure fixed ∂_t g = −2(Ric + ∇∇f),    f = log √det g − log m
 *   DeWitt's supermetric    ∂_t g_ij = −2 g_ik g_jl E^kl / m,   E = δL/δg
 * </pre>
 *
 * <p>Inputs are, in this order, the jets of the functions that move (the outputs of an ansatz), the
 * jets of the ansatz's reference, then fixed columns; so the same programs serve a grid, on which
 * jets come from Fourier derivatives, and a network, which carries its jets along.
 *
 * <pre>{@code
 * Derivation ricci = GeometricFlow.of(Ansatz.ADDITIVE, 2).ricci();      // jets ↦ −2 R_11, −2 R_12, −2 R_22
 * }</pre>
 */
package org.metricflows.symbolic.evolution;
