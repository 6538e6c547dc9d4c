package org.metricflows.numeric.internal.kernel.hermitian;

import org.metricflows.numeric.internal.kernel.jet.TaylorProgram;

/**
 * A fixed kernel Θ_ij(x, x') between the components of Hermitian metrics at two points, i and j in
 * Hermitian packing: the metric tangent kernel of a model that does not learn features.
 *
 * <p>Immutable and thread-safe. Symmetric, Θ_ij(x, x') = Θ_ji(x', x), and positive semi-definite.
 */
public interface MetricKernel {

  /** Pairs in a tile. */
  int LANES = TaylorProgram.LANES;

  /** Number of components, m². */
  int components();

  /** Does what depends on one point alone, for the points that pairs will be formed of. */
  Bound bind(KernelPoints left, KernelPoints right);

  /** A kernel bound to its points. Immutable and thread-safe. */
  interface Bound {

    /** Scratch space for one thread. */
    Tile tile();
  }

  /** A left point against a run of right points. */
  interface Tile {

    /** Chooses right points {@code from … from + count − 1}, {@code count} ≤ {@link #LANES}. */
    void load(int from, int count);

    /**
     * Evaluates a left point against the right points: {@code out[(i·C + j)·LANES + lane]} is
     * Θ_ij(x_left, x'_{from + lane}) for C components.
     */
    void evaluate(int left, double[] out);
  }
}
