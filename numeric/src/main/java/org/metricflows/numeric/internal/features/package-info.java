/**
 * Networks of cosine features on a torus, and the kernel that they tend to.
 *
 * <p>With integer waves k (in units of 2π over the period), drawn with a weight ∝ e^{−ℓ²|k|²/2},
 * and phases b uniform on the circle, the network
 *
 * <pre>
 *   f_c(x) = A N^{−1/2} Σ_n θ_cn √2 cos(k_n·x + b_n),      A² = Π_i Σ_k e^{−ℓ²k²/2}/P_i
 * </pre>
 *
 * with trained read-outs θ has the tangent kernel δ_cc' Θ_N, and Θ_N tends to its mean
 *
 * <pre>
 *   Θ(x, x') = Π_i (1/P_i) Σ_k e^{−ℓ²k²/2} cos k(x_i − x'_i)
 * </pre>
 *
 * with an error of order N^{−1/2}: the periodic heat kernel at time ℓ²/2, which tends to δ(x − x')
 * as ℓ → 0. So a network's metric flow becomes a local one, and with DeWitt's factor Perelman's
 * (arXiv 2310.19870, section on local kernels).
 *
 * <pre>{@code
 * CosineFeatures network = CosineFeatures.draw(new double[] {2 * Math.PI}, 0.3, 1000, 1);
 * KernelMatrix theta = PeriodicHeatKernel.of(new double[] {2 * Math.PI}, 0.3).matrix(x, 2, x, 2);
 * }</pre>
 */
package org.metricflows.numeric.internal.features;
