package org.metricflows.numeric.internal.spectral;

import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.simd.Parallel;

/**
 * A right-hand side with a mean in it: ∂_t f = A + r B with r = ∫C dx / ∫D dx, where A, B, C, D
 * depend on the fields' jets pointwise. Ricci flow at fixed volume is of this form.
 */
public final class NormalisedVelocity implements Velocity {
  private final PointwiseMap map;
  private final double[][] in;
  private final double[][] out;
  private final int jetColumns;
  private final double[] weights;

  /**
   * @param map jets of n fields of order 2, fixed columns ↦ A (n columns), B (n columns), C, D
   * @param fixed {@code [column][point]}
   * @param weights of ∫dx, one a point
   */
  public NormalisedVelocity(ColumnMap map, double[][] fixed, double[] weights, Parallel parallel) {
    this.map = new PointwiseMap(map, parallel);
    this.jetColumns = map.inputs() - fixed.length;
    this.in = new double[map.inputs()][];
    System.arraycopy(fixed, 0, in, jetColumns, fixed.length);
    this.out = new double[map.outputs()][weights.length];
    this.weights = weights.clone();
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public void evaluate(double[][] jets, double[] result) {
    System.arraycopy(jets, 0, in, 0, jetColumns);
    int points = out[0].length;
    map.apply(in, out, points);
    int fields = (out.length - 2) / 2;
    double mean = sum(out[out.length - 2]) / sum(out[out.length - 1]);
    for (int f = 0; f < fields; f++) {
      double[] a = out[f];
      double[] b = out[fields + f];
      for (int p = 0; p < points; p++) {
        result[f * points + p] = a[p] + mean * b[p];
      }
    }
  }

  private double sum(double[] column) {
    double sum = 0;
    for (int p = 0; p < column.length; p++) {
      sum += weights[p] * column[p];
    }
    return sum;
  }
}
