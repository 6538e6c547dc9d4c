package org.metricflows.bridge.internal.check;

import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** κ = E[φ(u)φ(v)] and κ̇ = E[φ′(u)φ′(v)] over elements that carry their derivatives along. */
interface FieldDual {

  /**
   * κ and κ̇.
   *
   * @param p the variance of u
   * @param q the variance of v
   * @param r the covariance
   */
  DerivativeStructure[] at(DerivativeStructure p, DerivativeStructure q, DerivativeStructure r);
}
