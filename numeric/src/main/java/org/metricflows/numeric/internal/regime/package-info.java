/**
 * What a model of fixed tangent kernel makes of a loss on metrics: the regimes without learned
 * features.
 *
 * <p>With the metric tangent kernel Θ_ij(x, x') frozen, a change of the metric is always
 *
 * <pre>
 *   δ(x) = Σ_b Θ(x, x_b) s_b
 * </pre>
 *
 * for sources s at the training points. {@link
 * org.metricflows.numeric.internal.regime.KernelSources} is the exact gradient flow, ds_b/dt =
 * −∂L/∂δ(x_b); {@link org.metricflows.numeric.internal.regime.SolvedOptimum} is where it would end
 * if it had the time, by Gauss and Newton's method: the spectrum of such kernels spans many orders,
 * so that first-order training of any length says little of what the kernel can do.
 *
 * <pre>{@code
 * TangentKernel kernel = FixedTangent.streamed(HermitianKernel.gaussian(space, 0.5), points, heldOut);
 * SolvedOptimum optimum = new SolvedOptimum(kernel, residuals, settings);
 * double[] state = optimum.run(listener).state();
 * double[][] change = kernel.predict(optimum.sources(state));        // at the points held out
 * }</pre>
 */
package org.metricflows.numeric.internal.regime;
