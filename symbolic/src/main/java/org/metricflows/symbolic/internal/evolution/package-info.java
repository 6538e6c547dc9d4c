/**
 * Right-hand sides of geometric evolution equations, and the densities of their functionals, as
 * derivations over jets.
 *
 * <p>A metric g = G(x, f) moves because the functions f of an ansatz do. At a point an evolution
 * equation reads nothing but derivatives up to the second, so that it is a straight-line program
 * from the jets of f (and of what the ansatz refers to) to ∂_t f:
 *
 * <pre>
 *   RicciFlow            ∂_t g = −2 Ric                                    Hamilton 1982
 *   NormalisedRicciFlow  ∂_t g = −2 Ric + (2/d) r g,  r = ∫R dV / ∫dV
 *   DeTurckFlow          ∂_t g = −2 Ric + L_W g                            DeTurck 1983
 *   PerelmanFlow         ∂_t g = −2(Ric + ∇∇f),  f = log √det g − log m    Perelman 2002
 *   SteepestDescent      ∂_t f_c = −E_c,  E = δL/δf
 *   DeWittDescent        ∂_t g_ij = −2 g_ik g_jl E^kl / m,  E = δL/δg      DeWitt 1967
 *   HomogeneousFlow      ∂_t g = −2 Ric on a Lie group, where g is d(d+1)/2 numbers
 * </pre>
 *
 * <p>With them goes what is measured along the way: {@link
 * org.metricflows.symbolic.internal.evolution.CurvatureInvariants} (R, √g, |Ric|²), {@link
 * org.metricflows.symbolic.internal.evolution.PerelmanFunctionals} (the integrands of F, W and
 * dF/dt) and {@link org.metricflows.symbolic.internal.evolution.DeTurckField} (W^k = g^ij(Γ^k_ij −
 * Γ̄^k_ij), zero where the gauge does nothing). {@link
 * org.metricflows.symbolic.internal.evolution.DeWittSupermetric} is DeWitt's factor where a kernel
 * acts after it.
 *
 * <p>Inputs are, in this order, the jets of the functions that move (the outputs of an ansatz), the
 * jets of the ansatz's reference, then columns that stay fixed: a background's Γ̄, the derivatives
 * of log m. So the same programs serve a grid, on which jets come from Fourier derivatives, and a
 * network, which carries its jets along.
 *
 * <pre>{@code
 * Derivation ricci = new RicciFlow(ChartAnsatz.ADDITIVE, 2).velocity();
 * ricci.outputs();                                  // speed11, speed12, speed22: −2 R_ij
 * Derivation surface = new RicciFlow(ChartAnsatz.CONFORMAL, 2).velocity();
 * surface.outputs();                                // speed: −½ R
 * }</pre>
 */
package org.metricflows.symbolic.internal.evolution;
