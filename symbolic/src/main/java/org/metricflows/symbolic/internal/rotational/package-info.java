/**
 * Rotationally symmetric metrics g = χ(x)² dx² + ψ(x)² g_S of dimension n, g_S the round unit
 * sphere of dimension n − 1, and their Ricci flow.
 *
 * <p>With the arc length s, ∂_s = χ⁻¹∂_x, planes through ∂_s and planes tangent to the spheres have
 * the sectional curvatures
 *
 * <pre>
 *   K_rad = −ψ_ss/ψ,     K_tan = (1 − ψ_s²)/ψ²
 *   Ric_ss = (n−1) K_rad,   Ric_tan = K_rad + (n−2) K_tan,   R = 2(n−1) K_rad + (n−1)(n−2) K_tan
 * </pre>
 *
 * and Ricci flow is ψ_t = −Ric_tan ψ, χ_t = −Ric_ss χ. A {@link
 * org.metricflows.symbolic.internal.rotational.WarpedProduct} writes these for any coordinate:
 *
 * <pre>{@code
 * Derivation ricci = new WarpedProduct(3).ricciFlow();     // ψ, ψ_x, ψ_xx, χ, χ_x ↦ ψ_t, χ_t
 * }</pre>
 *
 * <p>The general formulas of {@link org.metricflows.symbolic.geometry.Curvature} say so: the
 * derivations come from them. A {@link org.metricflows.symbolic.internal.rotational.RadialMetric}
 * has ψ and χ in formulas of x.
 *
 * <p>On a sphere ψ vanishes at the poles, where these are 0/0. {@link
 * org.metricflows.symbolic.internal.rotational.SphereFlow} divides that out beforehand: it follows
 * points that stay in proportion to arc length, and the function that is left is smooth, needs no
 * boundary condition and obeys a heat equation with a constant leading coefficient.
 *
 * <p>{@link org.metricflows.symbolic.internal.rotational.SteadySoliton} is the metric that Ricci
 * flow moves by diffeomorphisms alone, as an ordinary differential equation in s: Hamilton's cigar
 * for n = 2, Bryant's soliton above.
 */
package org.metricflows.symbolic.internal.rotational;
