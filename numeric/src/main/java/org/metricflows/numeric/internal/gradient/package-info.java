/**
 * Gradient flows of a loss on the jets of network outputs, at finite and at infinite width.
 *
 * <p>With sample points x_a and a loss L of the jets ∂^β f_c(x_a) of the outputs,
 *
 * <pre>
 *   finite width     dθ/dt = −∂L/∂θ                     state θ      (FiniteWidthFlow)
 *   infinite width   d(∂^α f_c)/dt = −Σ ∂^α∂'^β Θ ∂L/∂(∂^β f_c)   state jets  (InfiniteWidthFlow)
 * </pre>
 *
 * <p>Both are OutputFlows: an initial value problem together with what can be read off its state:
 * the loss, the outputs' jets at the sample and test points, the kernel.
 */
package org.metricflows.numeric.internal.gradient;
