/**
 * Taylor arithmetic in which identities are tested.
 *
 * <p>An identity between curvature quantities is an identity between rational functions of the
 * Taylor coefficients of the metric at a point. So a function is represented by its Taylor
 * polynomial, f(x₀ + y) = Σ f_α y^α, |α| ≤ K, and sums, products, derivatives and reciprocals
 * follow; nothing is ever expanded. {@link org.metricflows.proofs.internal.algebra.Algebra} says
 * what an arithmetic of such functions does; there are several:
 *
 * <ul>
 *   <li>{@link org.metricflows.proofs.internal.algebra.ResidueAlgebra}: all coefficients are
 *       residues modulo a random 61-bit prime, the generic ones random: one Schwartz–Zippel trial;
 *   <li>{@link org.metricflows.proofs.internal.algebra.DegreeAlgebra}: follows the same computation
 *       to bound the degree of its result as a rational function of the random residues;
 *   <li>{@link org.metricflows.proofs.internal.algebra.ExactAlgebra}: polynomials with rational
 *       coefficients, for identities small enough to be reduced to zero outright;
 *   <li>{@link org.metricflows.proofs.internal.algebra.RealAlgebra}: real numbers of twice the
 *       precision of a double, for what programs should give.
 * </ul>
 *
 * <pre>{@code
 * ResidueAlgebra a = new ResidueAlgebra(2, 2, new SplittableRandom(1));
 * Residues f = a.function(2, v -> true);                        // a generic function of x¹, x²
 * Residues zero = a.subtract(                                    // ∂₁∂₂f = ∂₂∂₁f
 *     a.derivative(a.derivative(f, 0), 1), a.derivative(a.derivative(f, 1), 0));
 * a.vanishes(zero);                                              // true
 * }</pre>
 */
package org.metricflows.proofs.internal.algebra;
