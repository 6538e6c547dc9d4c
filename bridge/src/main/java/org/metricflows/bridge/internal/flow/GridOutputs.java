package org.metricflows.bridge.internal.flow;

import java.util.Optional;
import org.metricflows.numeric.internal.gradient.Outputs;
import org.metricflows.numeric.internal.simd.Parallel;
import org.metricflows.numeric.internal.spectral.LocalFlow;
import org.metricflows.numeric.internal.spectral.SpectralOperators;
import org.metricflows.numeric.internal.spectral.TrigonometricInterpolation;

/** The functions on a periodic grid that a local kernel or Ricci flow moves. */
final class GridOutputs implements Outputs {
  private final LocalFlow flow;
  private final double[][] testColumns;
  private final SpectralOperators operators;
  private final TrigonometricInterpolation interpolation;

  /**
   * @param testPoints {@code [point][coordinate]}
   */
  GridOutputs(LocalFlow flow, double[][] testPoints) {
    this.flow = flow;
    this.testColumns = PointColumns.transpose(testPoints, flow.grid().dimension());
    this.operators = new SpectralOperators(flow.grid(), flow.fields(), 2, Parallel.common());
    this.interpolation = new TrigonometricInterpolation(flow.grid(), Parallel.common());
  }

  @Override
  public int dimension() {
    return flow.dimension();
  }

  @Override
  public double[] initialState() {
    return flow.initialState();
  }

  @Override
  public void derivative(double t, double[] y, double[] yDot) {
    flow.derivative(t, y, yDot);
  }

  /**
   * {@inheritDoc}
   *
   * @param order 0 or 2
   */
  @Override
  public double[][] sampleJets(double[] y, int order) {
    return order == 0 ? columns(y) : jets(y);
  }

  private double[][] jets(double[] y) {
    double[][] jets = new double[flow.fields() * operators.jets().size()][flow.grid().points()];
    operators.jets(y, jets);
    return jets;
  }

  private double[][] columns(double[] y) {
    int points = flow.grid().points();
    double[][] columns = new double[flow.fields()][points];
    for (int f = 0; f < columns.length; f++) {
      System.arraycopy(y, f * points, columns[f], 0, points);
    }
    return columns;
  }

  @Override
  public double[][] testValues(double[] y) {
    return valuesAt(y, testColumns);
  }

  /** The functions at any points: {@code [axis][point]} to {@code [function][point]}. */
  double[][] valuesAt(double[] y, double[][] at) {
    double[][] f = new double[flow.fields()][at[0].length];
    interpolation.evaluate(y, at, f);
    return f;
  }

  @Override
  public Optional<double[][]> sampleSpeed(double[] y) {
    double[] yDot = new double[y.length];
    derivative(0, y, yDot);
    return Optional.of(columns(yDot));
  }
}
