package org.metricflows.bridge.internal.flow;

import java.util.Arrays;
import java.util.List;
import org.metricflows.bridge.internal.compiler.Compiler;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.symbolic.expression.Symbol;

/** What stays fixed during a flow: points, weights and reference jets, as columns. */
final class FlowData {

  /** The metric-NTK is reported over so many sample points, then one test point. */
  private static final int PROBE_SAMPLE_POINTS = 2;

  private final Compiler compiler;
  private final Background background;
  private final Sampling sampling;
  private final double[][] testPoints;
  private final double[][] sampleColumns;
  private final double[][] referenceValues;
  private final double[][] testReference;

  /**
   * @param testPoints {@code [point][coordinate]}
   */
  FlowData(Compiler compiler, Background background, Sampling sampling, double[][] testPoints) {
    this.compiler = compiler;
    this.background = background;
    this.sampling = sampling;
    this.testPoints = testPoints;
    this.sampleColumns = PointColumns.transpose(sampling.points(), coordinates().size());
    this.referenceValues = background.referenceAt(compiler, sampleColumns, 0);
    double[][] testColumns = PointColumns.transpose(testPoints, coordinates().size());
    this.testReference = background.referenceAt(compiler, testColumns, 0);
  }

  /**
   * Of a spec's whole sample.
   *
   * @param order of the derivatives that the background must have there
   * @throws org.metricflows.symbolic.InputException if it is not usable
   */
  static FlowData of(Spec spec, Compiler compiler, int order) {
    Background background = Background.of(spec);
    BackgroundCheck.structure(background);
    Ground ground = Ground.of(spec);
    double[][] testPoints = ground.located(spec.testPoints().toArray(), "test_points");
    FlowData data = new FlowData(compiler, background, ground.sampling(), testPoints);
    BackgroundCheck.values(compiler, background, data, order);
    return data;
  }

  /** The same over a part of the sample, if it has more than so many points. */
  FlowData thinned(int mostPoints) {
    return sampling.size() <= mostPoints
        ? this
        : new FlowData(compiler, background, sampling.thinned(mostPoints), testPoints);
  }

  int dimension() {
    return background.dimension();
  }

  /** What functions are formulas of, a number of a point each. */
  List<Symbol> coordinates() {
    return background.coordinates().symbols();
  }

  Background background() {
    return background;
  }

  Sampling sampling() {
    return sampling;
  }

  double[][] testPoints() {
    return testPoints;
  }

  /** The sample by the coordinates that name points: {@code [point][coordinate]}. */
  double[][] places() {
    int named = background.coordinates().names().size();
    return Arrays.stream(sampling.points())
        .map(x -> Arrays.copyOf(x, named))
        .toArray(double[][]::new);
  }

  /** The sample's coordinates: {@code [coordinate][point]}. */
  double[][] sampleColumns() {
    return sampleColumns;
  }

  /** The reference's values at the sample points: {@code [component][point]}. */
  double[][] referenceValues() {
    return referenceValues;
  }

  /** The reference's values at the test points: {@code [component][point]}. */
  double[][] testReference() {
    return testReference;
  }

  /** The reference's values at any points: {@code [axis][point]} to {@code [component][point]}. */
  double[][] referenceAt(double[][] coordinateColumns) {
    return background.referenceAt(compiler, coordinateColumns, 0);
  }

  /** The reference's jets at the sample points: {@code [component·J + jet][point]}. */
  double[][] referenceJets(int order) {
    return order == 0 ? referenceValues : background.referenceAt(compiler, sampleColumns, order);
  }

  /** The points over which kernels are reported: {@code [point][coordinate]}. */
  double[][] probePoints() {
    int first = Math.min(PROBE_SAMPLE_POINTS, sampling.size());
    int last = Math.min(1, testPoints.length);
    double[][] probes = Arrays.copyOf(sampling.points(), first + last);
    if (last == 1) {
      probes[first] = testPoints[0];
    }
    return probes;
  }

  /** Columns over the probe points from those over sample and test points. */
  double[][] probeColumns(double[][] sample, double[][] test) {
    int first = Math.min(PROBE_SAMPLE_POINTS, sampling.size());
    int last = Math.min(1, testPoints.length);
    double[][] columns = new double[sample.length][];
    for (int c = 0; c < sample.length; c++) {
      columns[c] = Arrays.copyOf(sample[c], first + last);
      if (last == 1) {
        columns[c][first] = test[c][0];
      }
    }
    return columns;
  }

  /** Jet coefficients up to an order in this dimension. */
  JetSpace jets(int order) {
    return new JetSpace(dimension(), order);
  }
}
