package org.metricflows.numeric.internal.kernel;

import org.metricflows.numeric.internal.kernel.jet.TaylorProgram;

/** Kernel bi-jets of pairs of points, ready to be evaluated. Immutable and thread-safe. */
public interface PairKernel {

  /** Position of the NNGP kernel K among the outputs of a block. */
  int NNGP = 0;

  /** Position of the tangent kernel Θ among the outputs of a block. */
  int NTK = 1;

  /** Does what depends on one point alone, for the points that pairs will be formed of. */
  Bound bind(double[][] left, double[][] right);

  /** A kernel bound to its points. Immutable and thread-safe. */
  interface Bound {

    /** Scratch space for one thread. */
    Block block();
  }

  /** Scratch space in which one thread evaluates blocks of pairs. */
  interface Block {

    /**
     * Evaluates the pairs (left[leftIndex[i]], right[rightIndex[i]]), 0 ≤ i &lt; count ≤ {@link
     * TaylorProgram#LANES}.
     *
     * @return an estimate of the relative error that quadrature leaves, zero for closed forms
     */
    double run(int[] leftIndex, int[] rightIndex, int count);

    /** Holds the results until the next run, as Taylor coefficients. */
    double[] work();

    /** Where the lanes of a coefficient begin in {@link #work}; −1 if it is identically zero. */
    int offset(int output, int coefficient);
  }
}
