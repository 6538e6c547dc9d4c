/**
 * Kähler metrics on Calabi–Yau varieties, learned: from a spec to its training or flow.
 *
 * <p>The metric is g = g_FS + ∂∂̄φ with φ a network of features of a point. At each point of a
 * sample the jet of φ along the variety (its value, 2m first and m² second numbers) goes through
 * the network; the loss ⟨w|1 − q/κ|^p⟩/⟨w⟩, q = det g/|Ω|², is zero for the Ricci-flat metric of
 * the Kähler class.
 *
 * <pre>{@code
 * Problem problem = VarietyProblem.of(spec);                   // samples, derives, compiles
 * RunResult result = Run.of(problem, spec, versions).in(folder); // records: epoch, loss, sigma, …
 * }</pre>
 *
 * <p>A {@link org.metricflows.bridge.internal.kahler.KahlerPotential} holds what does not change:
 * points, compiled features ({@link org.metricflows.bridge.internal.kahler.CompiledFeatures}), the
 * model θ ↦ jets (a network, or one linearised in its parameters), the objective. A {@link
 * org.metricflows.bridge.internal.kahler.PotentialModel} turns θ into the numbers of a record,
 * measured at points held out; {@link org.metricflows.bridge.internal.kahler.TangentMeasures} adds
 * what its metric tangent kernel looks like.
 *
 * <p>Where that kernel is frozen, g = g₀ + Θ s for sources s at the points trained on, and a {@link
 * org.metricflows.bridge.internal.kahler.FrozenMetric} is moved by these, or solved for. A {@link
 * org.metricflows.bridge.internal.kahler.FrozenModel} is Θ, of a network at its start or one of
 * {@link org.metricflows.bridge.internal.kahler.KernelRegimes}, with the residuals whose squares
 * are the loss.
 *
 * <p>The Ricci curvature of a potential's metric, four derivatives of φ, comes from power series
 * ({@link org.metricflows.bridge.internal.kahler.PotentialCurvature}).
 *
 * <p>A rival without a network is the algebraic metric (1/πk) ∂∂̄ log s†Hs ({@link
 * org.metricflows.bridge.internal.kahler.AlgebraicModel}): balanced by Donaldson's iteration, or
 * optimal by Gauss and Newton's. Its H is a θ like a network's, so that losses, residuals and flows
 * take either: {@link org.metricflows.bridge.internal.kahler.PotentialFlows} are the gradient flow
 * of a loss, plain or natural, and Kähler–Ricci flow ∂_t φ = log(q/κ) by projection ({@link
 * org.metricflows.bridge.internal.kahler.KahlerRicciFlow}). The Laplacian of what any of these ends
 * with is a {@link org.metricflows.bridge.internal.kahler.LaplaceSpectrum}.
 */
package org.metricflows.bridge.internal.kahler;
