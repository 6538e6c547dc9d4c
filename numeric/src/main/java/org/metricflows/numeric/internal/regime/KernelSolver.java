package org.metricflows.numeric.internal.regime;

import org.metricflows.numeric.internal.dense.Cholesky;
import org.metricflows.numeric.internal.kernel.KernelMatrix;

/**
 * Sources S of a function f = K S that a frozen kernel has made, from its jets at the sample: with
 * them the function is known everywhere, f(x) = K(x, ·) S.
 *
 * <p>Gram matrices of smooth kernels are singular to rounding: what is factored is K plus 1e-12 of
 * its diagonal, and the rest is taken off by a few steps of iterative refinement.
 */
public final class KernelSolver {
  private static final int REFINEMENTS = 6;

  private final KernelMatrix gram;
  private final double[] scale;
  private final Cholesky factor;

  private KernelSolver(KernelMatrix gram, double[] scale, Cholesky factor) {
    this.gram = gram;
    this.scale = scale;
    this.factor = factor;
  }

  /**
   * Factors a Gram matrix, symmetric with positive diagonal.
   *
   * @throws ArithmeticException if it is not positive beyond rounding
   */
  public static KernelSolver of(KernelMatrix gram) {
    ScaledGram scaled = ScaledGram.of(gram);
    return new KernelSolver(gram, scaled.scale(), scaled.factor());
  }

  /** S with K S = f, as closely as K's rounding allows. */
  public double[] solve(double[] f) {
    double[] sources = new double[f.length];
    double[] rest = f.clone();
    for (int step = 0; step < REFINEMENTS; step++) {
      for (int i = 0; i < rest.length; i++) {
        rest[i] /= scale[i];
      }
      double[] change = factor.solve(rest);
      for (int i = 0; i < rest.length; i++) {
        sources[i] += change[i] / scale[i];
      }
      for (int i = 0; i < rest.length; i++) {
        rest[i] = f[i];
        for (int j = 0; j < rest.length; j++) {
          rest[i] -= gram.get(i, j) * sources[j];
        }
      }
    }
    return sources;
  }
}
