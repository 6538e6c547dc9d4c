/**
 * Connects activations given as formulas to the kernels of infinitely wide networks.
 *
 * <p>The symbolic side knows the dual functions κ, κ̇ of an activation, in closed form if there is
 * one; the numeric side runs kernel recursions in truncated Taylor arithmetic. Here the formulas
 * are lowered from the one to the other: {@link org.metricflows.bridge.internal.kernel.KernelDuals}
 * gives the dual that flows are built with, {@link
 * org.metricflows.bridge.internal.kernel.KernelEvaluator} evaluates kernels for a person and prints
 * their recursion.
 *
 * <pre>{@code
 * KernelEvaluator kernel = KernelEvaluator.of(Activation.named("erf"), 2, 1.5, 0.3, 3);
 * KernelEvaluator.Result at = kernel.at(x, xPrime);
 * at.ntk();                              // Θ(x, x')
 * at.ntkJets().get("d2_x1 d1_xp3");      // ∂²/∂x₁² ∂/∂x'₃ Θ
 * kernel.closedForm();                   // lines of text
 * }</pre>
 */
package org.metricflows.bridge.internal.kernel;
