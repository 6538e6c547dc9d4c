/**
 * Kernels of infinitely wide networks and their derivatives by both points.
 *
 * <p>At infinite width a network is a Gaussian process of covariance K, the NNGP kernel, and
 * gradient flow moves it by the neural tangent kernel Θ, which no longer depends on time:
 *
 * <pre>
 *   K⁰ = Θ⁰ = σ_w² x·x'/d + σ_b²
 *   K^{l+1} = σ_w² κ(p, q, r) + σ_b²,   Θ^{l+1} = K^{l+1} + σ_w² κ̇(p, q, r) Θ^l
 *   p = K^l(x, x),  q = K^l(x', x'),  r = K^l(x, x')
 *   κ = E[φ(u)φ(v)],  κ̇ = E[φ'(u)φ'(v)],  (u, v) ~ N(0, [[p, r], [r, q]])
 * </pre>
 *
 * <p>A loss that contains curvature acts on the jets of the metric, so its flow needs ∂_x^α ∂_x'^β
 * Θ up to second order in each point. Expanding Θ and differentiating it swells beyond use; instead
 * the recursion runs in the truncated Taylor arithmetic of {@link
 * org.metricflows.numeric.internal.kernel.jet}, over the coordinates of both points ({@link
 * org.metricflows.numeric.internal.kernel.BiJetSpace}) or over p, q and r themselves ({@link
 * org.metricflows.numeric.internal.kernel.InvariantSpace}).
 *
 * <p>An activation enters by its {@link org.metricflows.numeric.internal.kernel.KernelDual} only:
 *
 * <pre>{@code
 * ClosedFormDual.Formula exponential =
 *     (a, p, q, r) -> a.apply(Elementary.EXP, a.add(a.scale(a.add(p, q), 0.5), r));
 * KernelDual dual = new ClosedFormDual(exponential, exponential);       // φ(x) = eˣ
 * KernelArchitecture network = new KernelArchitecture(2, 1, 1.0, 0.1);  // d, layers, σ_w, σ_b
 * PairJets jets = InfiniteWidthKernel.of(network, dual, 2, 2).at(x, xPrime);
 * }</pre>
 *
 * <p>Activations without closed form take their expectations from {@link
 * org.metricflows.numeric.internal.kernel.quadrature}; kernels between Kähler metrics are in {@link
 * org.metricflows.numeric.internal.kernel.hermitian}.
 */
package org.metricflows.numeric.internal.kernel;
