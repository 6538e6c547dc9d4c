/**
 * Calabi–Yau varieties: complete intersections in products of projective spaces, and the formulas
 * that sampling them needs.
 *
 * <p>A {@link org.metricflows.symbolic.internal.variety.Variety} is read from text and checked:
 * each equation homogeneous in the coordinates of every factor, degrees that sum to n + 1 in each
 * P^n, so that c₁ = 0. Coefficients are exact and complex.
 *
 * <pre>{@code
 * Variety quintic =
 *     Variety.of(
 *         List.of(4),
 *         List.of("z0^5+z1^5+z2^5+z3^5+z4^5-5*psi*z0*z1*z2*z3*z4"),
 *         Map.of("psi", "1/2+I/4"));
 * Derivation gradients = new VarietyDerivations(quintic).gradients();
 * }</pre>
 *
 * <p>At a point where K coordinates are eliminated by the K equations and one in each factor is the
 * patch's, with value 1, the others are holomorphic coordinates u^a of the variety. Its {@link
 * org.metricflows.symbolic.internal.variety.VarietyDerivations derivations} give the pull-back
 * J^i_a = ∂z^i/∂u^a = −B⁻¹∂_aQ, B = ∂Q/∂z_eliminated, the holomorphic volume form Ω = 1/det B, the
 * Fubini–Study metric J g J† and the density of intersections with random lines. Which coordinates
 * are eliminated differs from point to point; derivations take theirs as inputs and hold
 * everywhere.
 */
package org.metricflows.symbolic.internal.variety;
