package org.metricflows.numeric.kernel;

import java.util.List;

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
  public PairKernel pairs(KernelArchitecture architecture, BiJetSpace space) {
    return new ClosedFormKernel(architecture, space, this);
  }

  /** The recursion of a whole network: K and Θ as jets. */
  List<Jet> recursion(JetAlgebra algebra, KernelArchitecture architecture) {
    LayerMap layer = new LayerMap(algebra, architecture);
    Jet p = layer.first(true, true);
    Jet q = layer.first(false, false);
    Jet r = layer.first(true, false);
    Jet theta = r;
    for (int l = 0; l < architecture.hiddenLayers(); l++) {
      Jet slope = kappaDot.apply(algebra, p, q, r);
      r = layer.next(kappa.apply(algebra, p, q, r));
      p = layer.next(kappa.apply(algebra, p, p, p));
      q = layer.next(kappa.apply(algebra, q, q, q));
      theta = layer.tangent(r, slope, theta);
    }
    return List.of(r, theta);
  }
}
