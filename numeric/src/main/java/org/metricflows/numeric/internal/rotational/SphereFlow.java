package org.metricflows.numeric.internal.rotational;

import java.util.Arrays;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.spectral.CosineGrid;

/**
 * Ricci flow of ℓ² (dx² + sin² x (1 + v sin² x)² g_S) with x in proportion to arc length.
 *
 * <p>The state is v at the points of the grid, projected onto its modes, then ℓ². Not to be used by
 * two threads at once.
 */
public final class SphereFlow implements Flow {
  private final int dimension;
  private final CosineGrid grid;
  private final SphereMaps maps;
  private final double[] initial;
  private final double[] sines;
  private final double[] v;
  private final double[] u;
  private final double[] e;
  private final double[] h;
  private final double[] y;
  private final double[] speed;
  private final double[][] slopeColumns;
  private final double[][] velocityColumns;
  private final int[] offsets = new int[7];

  /**
   * @param dimension n ≥ 2
   * @param v at the points of the grid
   * @param square ℓ² &gt; 0, with πℓ the length from pole to pole
   */
  public SphereFlow(int dimension, CosineGrid grid, SphereMaps maps, double[] v, double square) {
    int size = grid.size();
    this.dimension = dimension;
    this.grid = grid;
    this.maps = maps;
    this.initial = new double[size + 1];
    grid.project(v, initial);
    initial[size] = square;
    this.sines = grid.sines();
    this.v = new double[size];
    this.u = new double[size];
    this.e = new double[size];
    this.h = new double[size];
    this.y = new double[size];
    this.speed = new double[size];
    double[] w = new double[size];
    this.slopeColumns = new double[][] {grid.cosines(), sines, this.v, u};
    this.velocityColumns = new double[][] {slopeColumns[0], sines, this.v, u, w, h, y};
  }

  @Override
  public int dimension() {
    return initial.length;
  }

  @Override
  public double[] initialState() {
    return initial.clone();
  }

  @Override
  public void derivative(double t, double[] state, double[] rate) throws FlowStopException {
    int size = grid.size();
    double square = state[size];
    if (!(square > 0)) {
      throw new FlowStopException("the sphere has shrunk to a point");
    }
    System.arraycopy(state, 0, v, 0, size);
    requireRadius();
    grid.differentiate(v, u);
    divideBySine(u);
    grid.differentiateTwice(v, velocityColumns[4]);
    apply(maps.stretching(), slopeColumns, e);
    grid.integrate(e, h);
    divideBySine(h);
    grid.differentiate(h, y);
    divideBySine(y);
    apply(maps.velocity(), velocityColumns, speed);
    grid.project(speed, rate);
    for (int j = 0; j < size; j++) {
      rate[j] /= square;
    }
    rate[size] = -2.0 * (dimension - 1) * (1 - grid.mean(e));
  }

  /** The formulas hold for a negative radius too, but mean nothing there. */
  private void requireRadius() throws FlowStopException {
    for (int j = 0; j < v.length; j++) {
      if (!(1 + sines[j] * sines[j] * v[j] > 0)) {
        throw new FlowStopException("the radius is no longer positive: the neck has pinched");
      }
    }
  }

  private void divideBySine(double[] column) {
    for (int j = 0; j < column.length; j++) {
      column[j] /= sines[j];
    }
  }

  private void apply(ColumnMap map, double[][] in, double[] result) {
    Arrays.fill(offsets, 0);
    map.apply(in, offsets, new double[][] {result}, offsets, result.length);
  }
}
