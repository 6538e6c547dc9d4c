/**
 * Kernels between Hermitian metrics at two points of a complex manifold, for flows at infinite
 * width.
 *
 * <p>A potential φ enters a Kähler metric by ∂_a∂_b̄φ alone, so that the kernel of the metric is
 *
 * <pre>
 *   Θ_ab̄,cd̄(x, x') = ∂_a∂_b̄ ∂'_c∂'_d̄ Θ_φ(F(x), F(x')).
 * </pre>
 *
 * A {@link org.metricflows.numeric.internal.kernel.hermitian.HermitianKernel} takes the Taylor
 * coefficients of Θ_φ in p = F·F, q = F'·F' and r = F·F' from the recursion of {@link
 * org.metricflows.numeric.internal.kernel} and the jets of the features F along the manifold from
 * {@link org.metricflows.numeric.internal.kernel.hermitian.KernelPoints}. Kernels without four
 * derivatives, relu's among them, act on the metric's components instead: {@link
 * org.metricflows.numeric.internal.kernel.hermitian.ComponentKernel}. Both are {@link
 * org.metricflows.numeric.internal.kernel.hermitian.MetricKernel}s in Hermitian packing, Re and Im
 * of the components a ≤ b, and are evaluated tile by tile, one left point against a run of right
 * ones:
 *
 * <pre>{@code
 * HermitianJetSpace space = new HermitianJetSpace(m);
 * KernelPoints points = KernelPoints.of(space, n, featureJets, new double[0][]);
 * MetricKernel kernel = HermitianKernel.gaussian(space, 0.5);       // ℓ
 * KernelMatrix gram = MetricGram.gram(kernel, points);              // m²n × m²n
 * }</pre>
 */
package org.metricflows.numeric.internal.kernel.hermitian;
