/**
 * Ricci flow of left-invariant metrics on Lie groups, from a spec to its run.
 *
 * <p>A left-invariant metric is a matrix g_ij = ⟨e_i, e_j⟩ in a basis of the Lie algebra [e_i, e_j]
 * = C^k_ij e_k, so that the partial differential equation ∂_t g = −2 Ric is an ordinary one for
 * d(d+1)/2 numbers, with a right-hand side derived by Koszul's formula and compiled:
 *
 * <pre>
 *   lie_algebra ─► structure constants ─► Γ ─► Riemann ─► Ric ─► program ─► {@link
 *                                      org.metricflows.bridge.internal.homogeneous.LeftInvariantFlow}
 * </pre>
 *
 * <p>R is constant over the group, so that ∂_t R = 2|Ric|² (at fixed volume − (2/d) R²). A solution
 * that cannot go on has R → ∞ (R. Lafuente, 2015), which is what stops a run; where 1/R is heading
 * for 0 tells when: T ≈ t + R/∂_t R, exact for Einstein metrics.
 *
 * <pre>{@code
 * Problem problem = LieGroupProblem.of(spec);                    // spec: lie_algebra: {name: su2} …
 * RunResult result = Run.of(problem, spec, versions).in(folder); // stopped: … singular at about t = 0.25
 * }</pre>
 */
package org.metricflows.bridge.internal.homogeneous;
