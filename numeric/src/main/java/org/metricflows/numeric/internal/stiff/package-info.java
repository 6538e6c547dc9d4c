/**
 * Integrators for stiff equations, in the shape of Hipparchus, which has none.
 *
 * <p>A flow is stiff when motions that have long come to rest bound the steps of an explicit
 * method: with K modes on a grid a heat equation takes steps below about 6/K², whether or not
 * anything happens. An implicit method asks for ẏ at the end of its step, and its steps follow what
 * is seen to move.
 *
 * <p>{@link org.metricflows.numeric.internal.stiff.BackwardDifferentiationIntegrator}, orders 1 to
 * 5 in quasi-constant steps, is made of three things that can be understood one by one:
 *
 * <pre>
 *   BackwardDifferences   the past as differences ∇ᵐy: the formula's prediction, error, change of step and order
 *   SimplifiedNewton      the solution of ψ + d = c F(t, y₀ + d) with an old matrix 1 − cJ
 *   Jacobian              J by differences, as many evaluations as unknowns, kept while Newton converges
 * </pre>
 *
 * <p>It pays where some thousand unknowns or fewer are stiff: a Jacobian costs as many evaluations
 * as there are unknowns, and the matrix their square in memory, but along a smooth flow a handful
 * of Jacobians do. Where an equation is not defined it throws {@link
 * org.metricflows.numeric.internal.stiff.OutOfDomainException}, and the step is halved.
 *
 * <p>Sources: R. W. Klopfenstein, RCA Review 32 (1971) 447; L. F. Shampine and M. W. Reichelt, SIAM
 * J. Sci. Comput. 18 (1997) 1; E. Hairer and G. Wanner, Solving Ordinary Differential Equations II.
 */
package org.metricflows.numeric.internal.stiff;
