package org.metricflows.numeric.internal.gradient;

import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.batch.SymmetricIndex;
import org.metricflows.numeric.internal.flow.FlowStopException;

/**
 * An inner product of changes of C outputs at N points,
 *
 * <pre>
 *   ⟨δf, δf'⟩ = Σ_a Σ_cc' δf_c(x_a) W_cc'(x_a; f) δf'_c'(x_a)
 * </pre>
 *
 * with a positive matrix W a point, by its Cholesky factor L: ⟨δf, δf⟩ = |Lᵀδf|².
 *
 * <p>Or one of what the outputs make, h = S δf with fixed slopes S a point: ⟨h, h⟩ = |LᵀS δf|².
 * Velocities are then given as such h, of which there may be fewer than outputs.
 */
public final class OutputMetric {
  private final ColumnMap blocks;
  private final SymmetricIndex index;
  private final double[][] in;
  private final double[][] factor;
  private final double[][] slopes;
  private final int[] inOffsets;
  private final int[] outOffsets;

  /**
   * @param blocks values of the outputs, fixed columns ↦ W_cc', c ≤ c'
   * @param fixed {@code [column][point]}
   * @param points N
   */
  public OutputMetric(ColumnMap blocks, int outputs, double[][] fixed, int points) {
    this(blocks, outputs, outputs, fixed, new double[0][], points);
  }

  private OutputMetric(
      ColumnMap blocks, int outputs, int size, double[][] fixed, double[][] slopes, int points) {
    this.blocks = blocks;
    this.slopes = slopes;
    this.index = new SymmetricIndex(size);
    this.in = new double[outputs + fixed.length][];
    System.arraycopy(fixed, 0, in, outputs, fixed.length);
    this.factor = new double[index.size()][points];
    this.inOffsets = new int[in.length];
    this.outOffsets = new int[factor.length];
  }

  /**
   * Of what C outputs make.
   *
   * @param blocks values of the outputs, fixed columns ↦ W_kl, k ≤ l
   * @param size number of the h_k
   * @param fixed {@code [column][point]}
   * @param slopes S, {@code [k · C + output][point]}
   */
  public static OutputMetric ofMade(
      ColumnMap blocks, int outputs, int size, double[][] fixed, double[][] slopes, int points) {
    return new OutputMetric(blocks, outputs, size, fixed, slopes, points);
  }

  /** Number of velocities a point. */
  int size() {
    return index.dimension();
  }

  /** Whether velocities are those of the outputs themselves. */
  boolean isOfOutputs() {
    return slopes.length == 0;
  }

  /** (LᵀS)_ic: what output c adds to the i-th component of length 1. */
  double row(int i, int c, int point) {
    if (isOfOutputs()) {
      return c < i ? 0 : lower(c, i, point);
    }
    int outputs = slopes.length / size();
    double sum = 0;
    for (int k = i; k < size(); k++) {
      sum += lower(k, i, point) * slopes[k * outputs + c][point];
    }
    return sum;
  }

  /**
   * Takes the inner product at these outputs.
   *
   * @param values {@code [output][point]}
   * @throws FlowStopException if it is not positive at some point
   */
  void at(double[][] values) throws FlowStopException {
    System.arraycopy(values, 0, in, 0, values.length);
    int points = factor[0].length;
    blocks.apply(in, inOffsets, factor, outOffsets, points);
    for (int p = 0; p < points; p++) {
      if (!factor(p)) {
        throw new FlowStopException("the inner product of velocities is not positive");
      }
    }
  }

  /** W = L Lᵀ at a point, in place: L_cb stands where W_bc did, b ≤ c. */
  private boolean factor(int p) {
    int n = index.dimension();
    for (int j = 0; j < n; j++) {
      double pivot = factor[index.of(j, j)][p];
      for (int k = 0; k < j; k++) {
        pivot -= lower(j, k, p) * lower(j, k, p);
      }
      if (!(pivot > 0)) {
        return false;
      }
      double root = Math.sqrt(pivot);
      factor[index.of(j, j)][p] = root;
      for (int i = j + 1; i < n; i++) {
        double sum = lower(i, j, p);
        for (int k = 0; k < j; k++) {
          sum -= lower(i, k, p) * lower(j, k, p);
        }
        factor[index.of(j, i)][p] = sum / root;
      }
    }
    return true;
  }

  /** L_ij for j ≤ i. */
  double lower(int i, int j, int point) {
    return factor[index.of(j, i)][point];
  }
}
