package org.metricflows.numeric.internal.gradient;

/**
 * What stands between a loss's variation and the velocity, ∂_t f(x) = −∫ Θ(x, x') Ω(x') δL/δf(x'):
 * a linear map at each point that may depend on the state there.
 *
 * <p>In jets: from ∂L/∂(∂^β f_c) to the derivatives by ∂^γ ψ_c of the variation of L along Ω ψ.
 */
@FunctionalInterface
public interface Supermetric {

  /**
   * Maps the adjoints of a block of points; may be called by several threads at once.
   *
   * @param firstPoint the block's first sample point
   * @param count the number of points in the block
   * @param jets the outputs' jets at those points, {@code [output·J + jet][point in block]}
   * @param adjoints ∂L/∂jets, laid out like {@code jets}
   * @param drives receives what drives the flow, laid out like {@code jets}
   */
  void drive(int firstPoint, int count, double[][] jets, double[][] adjoints, double[][] drives);

  /** Ω = 1. */
  static Supermetric identity() {
    return (firstPoint, count, jets, adjoints, drives) -> {
      for (int c = 0; c < adjoints.length; c++) {
        System.arraycopy(adjoints[c], 0, drives[c], 0, count);
      }
    };
  }
}
