package org.metricflows.numeric.internal.spectral;

import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.simd.Parallel;

/** A right-hand side that depends on the fields' jets at each point and on fixed columns there. */
public final class PointwiseVelocity implements Velocity {
  private final PointwiseMap map;
  private final int order;
  private final double[][] in;
  private final double[][] out;
  private final int jetColumns;

  /**
   * @param map jets of all fields, fixed columns ↦ a velocity for each field
   * @param order the highest derivative of the jets
   * @param fixed {@code [column][point]}
   * @param points the number of points
   */
  public PointwiseVelocity(
      ColumnMap map, int order, double[][] fixed, int points, Parallel parallel) {
    this.map = new PointwiseMap(map, parallel);
    this.order = order;
    this.jetColumns = map.inputs() - fixed.length;
    this.in = new double[map.inputs()][];
    System.arraycopy(fixed, 0, in, jetColumns, fixed.length);
    this.out = new double[map.outputs()][points];
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public void evaluate(double[][] jets, double[] result) {
    int points = out[0].length;
    System.arraycopy(jets, 0, in, 0, jetColumns);
    map.apply(in, out, points);
    for (int c = 0; c < out.length; c++) {
      System.arraycopy(out[c], 0, result, c * points, points);
    }
  }
}
