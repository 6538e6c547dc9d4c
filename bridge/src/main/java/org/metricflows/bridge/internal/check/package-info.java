/**
 * Compares every evaluator of a flow with paths that share nothing with it but the spec's formulas.
 *
 * <p>The evaluators come from symbolic derivatives, hash-consed graphs, bytecode, hand-written jet
 * arithmetic and reverse sweeps. Here the same mathematics is written a second time, as plainly as
 * it can be, over elements that carry their derivatives along (Hipparchus's {@code
 * DerivativeStructure} and {@code Gradient}): an activation by name, an ansatz as a composition of
 * Taylor polynomials, curvature as loops over all indices, a kernel as its recursion, a network as
 * a function of its inputs and one parameter. Central differences of the evaluator itself are a
 * third path.
 *
 * <pre>
 *   activation jets    σ, σ′, σ″, σ‴
 *   background jets    the ansatz's reference, g₀ or its Cholesky factor
 *   ansatz             the metric's jets from the outputs' jets
 *   metric read-out    g and ∂g/∂f as records and metric-NTK use them
 *   loss density       w ℓ and ∂(w ℓ)/∂(∂^β f_c)
 *   network jets       finite width: outputs and their derivatives
 *   parameter gradient finite width: ∂L/∂θ for some θ
 *   kernel jets        infinite width: ∂_x^α ∂_x′^β Θ
 *   feature jets       cosine features: outputs and their derivatives
 *   right-hand side    −∂L/∂θ, or −Σ ∂^α∂′^β Θ ∂L/∂(∂^β f), and dL/dt along it
 * </pre>
 *
 * <p>Flows on periodic grids ({@link org.metricflows.bridge.internal.check.GridCheck}) are looked
 * at where f is made of long waves, whose derivatives are known: the velocity against Ricci's and
 * Perelman's formulas over Taylor polynomials, or against the change of the loss along waves, and
 * the local kernel against Fourier sums.
 *
 * <p>Other spaces have checks of their own: Kähler potentials ({@link
 * org.metricflows.bridge.internal.check.KahlerCheck}) and algebraic metrics ({@link
 * org.metricflows.bridge.internal.check.AlgebraicCheck}) by Taylor polynomials on tangents and by
 * moving points along the variety, left-invariant metrics ({@link
 * org.metricflows.bridge.internal.check.LieGroupCheck}) by Koszul's formula as matrices,
 * rotationally symmetric ones ({@link org.metricflows.bridge.internal.check.SphereCheck}, {@link
 * org.metricflows.bridge.internal.check.SolitonCheck}) by the curvature of the whole metric.
 *
 * <p>Points are the spec's, a part of them where there are many; states and jets are random ones
 * near the start of the flow, where nothing vanishes by symmetry. Errors are relative to the
 * largest number of the same kind, since a derivative that is small by cancellation carries the
 * rounding of its terms; each check says why its tolerance is what it is.
 *
 * <pre>{@code
 * CheckReport report = SpecCheck.of(spec).run(progress -> {});
 * report.evaluators();  // name, against, points, maxRelativeError, tolerance
 * report.passed();
 * }</pre>
 */
package org.metricflows.bridge.internal.check;
