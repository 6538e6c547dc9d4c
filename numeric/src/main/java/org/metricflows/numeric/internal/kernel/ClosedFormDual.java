package org.metricflows.numeric.internal.kernel;

import org.metricflows.numeric.internal.kernel.jet.Jet;
import org.metricflows.numeric.internal.kernel.jet.JetAlgebra;

/**
 * Dual functions given by formulas that truncated Taylor arithmetic can run through.
 *
 * @param kappa κ
 * @param kappaDot κ̇
 */
public record ClosedFormDual(Formula kappa, Formula kappaDot) implements KernelDual {

  /** A function of the two variances and the covariance, written in jet operations. */
  @FunctionalInterface
  public interface Formula {
    Jet apply(JetAlgebra algebra, Jet p, Jet q, Jet r);
  }

  @Override
  public PairKernel pairs(KernelArchitecture architecture, PairSpace space) {
    return new ClosedFormKernel(architecture, space, this);
  }
}
