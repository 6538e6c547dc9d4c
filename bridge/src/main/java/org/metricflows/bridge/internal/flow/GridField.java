package org.metricflows.bridge.internal.flow;

import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.spectral.PeriodicGrid;
import org.metricflows.numeric.internal.spectral.SpectralOperators;
import org.metricflows.numeric.internal.spectral.TrigonometricInterpolation;

/** Functions on a periodic grid, one after another a state: sums of their waves, exactly. */
record GridField(PeriodicGrid grid, int fields) implements OutputField {

  @Override
  public double[][] jets(double[] state, double[][] points, int order) {
    SpectralOperators operators = new SpectralOperators(grid, fields, order, Parallel.common());
    int size = operators.jets().size();
    double[][] onGrid = new double[fields * size][grid.points()];
    operators.jets(state, onGrid);
    double[] flat = new double[onGrid.length * grid.points()];
    for (int c = 0; c < onGrid.length; c++) {
      System.arraycopy(onGrid[c], 0, flat, c * grid.points(), grid.points());
    }
    double[][] jets = new double[onGrid.length][points.length];
    if (points.length > 0) {
      new TrigonometricInterpolation(grid, Parallel.common())
          .evaluate(flat, PointColumns.transpose(points, grid.dimension()), jets);
    }
    return jets;
  }
}
