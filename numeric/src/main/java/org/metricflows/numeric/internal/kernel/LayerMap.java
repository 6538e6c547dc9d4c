package org.metricflows.numeric.internal.kernel;

import org.metricflows.numeric.internal.kernel.jet.Jet;
import org.metricflows.numeric.internal.kernel.jet.JetAlgebra;

/**
 * The affine steps of the kernel recursion,
 *
 * <pre>
 *   K⁰ = σ_w² x·x'/d + σ_b²,   K^{l+1} = σ_w² κ + σ_b²,   Θ^{l+1} = K^{l+1} + σ_w² κ̇ Θ^l.
 * </pre>
 */
final class LayerMap {

  private final JetAlgebra algebra;
  private final KernelArchitecture architecture;
  private final Jet bias;

  LayerMap(JetAlgebra algebra, KernelArchitecture architecture) {
    this.algebra = algebra;
    this.architecture = architecture;
    this.bias = algebra.constant(architecture.biasVariance());
  }

  /** K⁰ of two points from their inner product. */
  Jet first(Jet product) {
    return affine(product, architecture.weightVariance() / architecture.dimension());
  }

  /** K of the next layer from κ. */
  Jet next(Jet kappa) {
    return affine(kappa, architecture.weightVariance());
  }

  /** Θ of the next layer, from the K of the next layer, κ̇ and Θ of this one. */
  Jet tangent(Jet nextK, Jet slope, Jet theta) {
    Jet product = algebra.multiply(slope, theta);
    return algebra.add(nextK, algebra.scale(product, architecture.weightVariance()));
  }

  private Jet affine(Jet kappa, double factor) {
    return algebra.add(algebra.scale(kappa, factor), bias);
  }
}
