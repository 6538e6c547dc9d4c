package org.metricflows.numeric.kernel;

import org.metricflows.numeric.batch.JetSpace;

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
  private final Jet[] left;
  private final Jet[] right;

  /** The input columns of the algebra become x₁ … x_d, then x'₁ … x'_d. */
  LayerMap(JetAlgebra algebra, BiJetSpace space, KernelArchitecture architecture) {
    this.algebra = algebra;
    this.architecture = architecture;
    this.bias = algebra.constant(architecture.biasVariance());
    int d = architecture.dimension();
    this.left = new Jet[d];
    this.right = new Jet[d];
    for (int i = 0; i < d; i++) {
      left[i] = coordinate(space.left(), i, space.right().size());
    }
    for (int i = 0; i < d; i++) {
      right[i] = coordinate(space.right(), i, 1);
    }
  }

  /** K⁰ of two points, each of them x or x'. */
  Jet first(boolean fromLeft, boolean toLeft) {
    Jet sum = algebra.constant(0);
    for (int i = 0; i < left.length; i++) {
      Jet from = fromLeft ? left[i] : right[i];
      Jet to = toLeft ? left[i] : right[i];
      sum = algebra.add(sum, algebra.multiply(from, to));
    }
    return affine(sum, architecture.weightVariance() / left.length);
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

  private Jet coordinate(JetSpace side, int i, int stride) {
    return side.order() == 0 ? algebra.parameter() : algebra.variable(side.index(i) * stride);
  }

  private Jet affine(Jet kappa, double factor) {
    return algebra.add(algebra.scale(kappa, factor), bias);
  }
}
