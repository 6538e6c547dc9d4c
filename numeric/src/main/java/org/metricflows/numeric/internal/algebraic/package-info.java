/**
 * Algebraic metrics: Kähler potentials that are logarithms of Hermitian forms of sections.
 *
 * <p>The sections of O(k) on a variety in a product of projective spaces are its homogeneous
 * monomials of degree k, up to combinations that vanish on it ({@link
 * org.metricflows.numeric.internal.algebraic.Sections}). A positive Hermitian form H of them makes
 * the potential
 *
 * <pre>
 *   K = (1/πk) log s†Hs,       g_ab̄ = ∂_a∂_b̄ K
 * </pre>
 *
 * ({@link org.metricflows.numeric.internal.algebraic.AlgebraicMetric}). Balanced is the H that is
 * the inverse of
 *
 * <pre>
 *   T(H) = (N/⟨w⟩) ⟨w s s†/(s†Hs)⟩,
 * </pre>
 *
 * N the number of sections; iterating H ← T(H)⁻¹ leads there (S. Donaldson, 2005), and as k grows
 * the metric goes to the one with volume form |Ω|², whose measure the weights w are.
 *
 * <p>As a map from numbers θ with H = Σ θ_p E_p to jets of K ({@link
 * org.metricflows.numeric.internal.algebraic.AlgebraicPotential}) it is trained or moved like a
 * network; E_p are all matrices, or a basis of those that a variety's permutations and phases leave
 * as they are ({@link org.metricflows.numeric.internal.algebraic.HermitianBasis}).
 *
 * <pre>{@code
 * Sections sections = Sections.all(ambient, degrees).independentOn(sample);
 * DonaldsonIteration iteration =
 *     new DonaldsonIteration(new BalancingMap(sections, sample, Parallel.common()), 10, 1e-6, 1);
 * }</pre>
 */
package org.metricflows.numeric.internal.algebraic;
