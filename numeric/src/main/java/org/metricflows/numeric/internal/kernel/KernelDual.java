package org.metricflows.numeric.internal.kernel;

/**
 * The pair of Gaussian expectations by which an activation φ enters a kernel recursion,
 *
 * <pre>
 *   κ(p, q, r) = E[φ(u) φ(v)],   κ̇(p, q, r) = E[φ'(u) φ'(v)],   (u, v) ~ N(0, [[p, r], [r, q]]).
 * </pre>
 */
public sealed interface KernelDual permits ClosedFormDual, PiecewiseLinearDual, ExpectationDual {

  /**
   * The kernels' bi-jets for pairs of a left and a right point.
   *
   * @throws IllegalArgumentException if φ is not smooth enough for jets of this order
   */
  PairKernel pairs(KernelArchitecture architecture, PairSpace space);
}
