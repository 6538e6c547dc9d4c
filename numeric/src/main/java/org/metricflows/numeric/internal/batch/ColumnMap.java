package org.metricflows.numeric.internal.batch;

/**
 * A map ℝⁿ → ℝᵐ applied element by element to columns of a batch (structure of arrays).
 *
 * <p>Column {@code c} of the input is the run {@code in[c][inOffset[c] … inOffset[c] + count − 1]},
 * so that columns may be slices of one array or separate arrays: no copies are needed to feed a
 * map.
 *
 * <p>Implementations are thread-safe, allocate nothing once warm, and give an element the same bits
 * whatever its position in the batch and whatever the batch's length.
 */
public interface ColumnMap {

  /** Number of input columns, n. */
  int inputs();

  /** Number of output columns, m. */
  int outputs();

  /**
   * Sets {@code out[o][outOffset[o] + i] = F_o(in[0][inOffset[0] + i], …, in[n−1][inOffset[n−1] +
   * i])} for {@code 0 ≤ i < count}. Output columns must not overlap input columns.
   */
  void apply(double[][] in, int[] inOffset, double[][] out, int[] outOffset, int count);
}
