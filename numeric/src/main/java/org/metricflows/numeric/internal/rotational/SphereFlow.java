package org.metricflows.numeric.internal.rotational;

import java.util.Arrays;
import java.util.Optional;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowStopException;
import org.metricflows.numeric.internal.spectral.EvenGrid;

/**
 * Ricci flow of ℓ² (dx² + sin² x (1 + v sin² x)² g_S) with x in proportion to arc length.
 *
 * <p>The state is v at the points of a {@link SphereMesh}, projected onto its modes, then ℓ², then
 * what the mesh adds, which stands still. Not to be used by two threads at once.
 */
public final class SphereFlow implements Flow {
  private final int dimension;
  private final SphereMesh mesh;
  private final SphereMaps maps;
  private final double[] initial;
  private final double[] v;
  private final double[] u;
  private final double[] e;
  private final double[] h;
  private final double[] y;
  private final double[] speed;
  private final double[][] slopeColumns;
  private final double[][] velocityColumns;
  private final int[] offsets = new int[7];
  private EvenGrid grid;
  private double[] sines;

  /**
   * @param dimension n ≥ 2
   * @param initial a state of the mesh
   */
  public SphereFlow(int dimension, SphereMesh mesh, SphereMaps maps, double[] initial) {
    int size = mesh.size();
    this.dimension = dimension;
    this.mesh = mesh;
    this.maps = maps;
    this.initial = initial.clone();
    this.v = new double[size];
    this.u = new double[size];
    this.e = new double[size];
    this.h = new double[size];
    this.y = new double[size];
    this.speed = new double[size];
    double[] w = new double[size];
    this.slopeColumns = new double[][] {null, null, v, u};
    this.velocityColumns = new double[][] {null, null, v, u, w, h, y};
    use(mesh.of(initial));
  }

  private void use(EvenGrid wanted) {
    if (wanted != grid) {
      grid = wanted;
      sines = wanted.sines();
      slopeColumns[0] = wanted.cosines();
      slopeColumns[1] = sines;
      velocityColumns[0] = slopeColumns[0];
      velocityColumns[1] = sines;
    }
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
    int size = mesh.size();
    double square = state[size];
    if (!(square > 0)) {
      throw new FlowStopException("the sphere has shrunk to a point");
    }
    use(mesh.of(state));
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
    Arrays.fill(rate, size + 1, rate.length, 0);
  }

  @Override
  public Optional<double[]> renewed(double t, double[] state) {
    return mesh.renewed(state);
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
