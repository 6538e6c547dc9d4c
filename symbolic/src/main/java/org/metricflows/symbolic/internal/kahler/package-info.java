/**
 * Kähler geometry along holomorphic directions u¹ … u^m of a variety, in real and imaginary parts.
 *
 * <p>A metric g = g₀ + ∂∂̄φ depends on a real potential φ through its mixed derivatives alone.
 * Since J^i_a = ∂z^i/∂u^a is holomorphic, they pull back with J and no derivative of it:
 *
 * <pre>
 *   ∂_a∂_b̄ φ = J^i_a J̄^k_b ∂_i∂_k̄ φ
 * </pre>
 *
 * so that a value, 2m first and m² second numbers travel from coordinates to features to a
 * network's output: a {@link org.metricflows.symbolic.internal.kahler.HermitianJet}, with the chain
 * rule
 *
 * <pre>
 *   ∂_a σ(f) = σ′ f_a,      ∂_a∂_b̄ σ(f) = σ″ f_a f_b̄ + σ′ f_ab̄
 * </pre>
 *
 * {@link org.metricflows.symbolic.internal.kahler.Features} derives the jets of what a network is
 * shown of a point, {@link org.metricflows.symbolic.internal.kahler.KahlerMetric} the metric, its
 * minors, the ratio q = det g/|Ω|² and the density of a {@link
 * org.metricflows.symbolic.internal.kahler.KahlerLoss} with its derivatives by the m² numbers of
 * ∂∂̄φ: |1 − q/κ|^p, or a formula of one's own:
 *
 * <pre>{@code
 * Derivation features = Features.INVARIANT.jets(List.of(4), 3);     // quintic: 25 features, 16 each
 * Derivation loss = new KahlerMetric(3).loss(new MongeAmpereLoss(1));
 * Derivation entropy = new KahlerMetric(3).loss(KahlerDensity.of("loss.density", "q*log(q)"));
 * }</pre>
 *
 * Numbers of a Hermitian matrix are packed as {@link
 * org.metricflows.symbolic.internal.kahler.Hermitian} says.
 */
package org.metricflows.symbolic.internal.kahler;
