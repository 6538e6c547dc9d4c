package org.metricflows.bridge.internal.check;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.metricflows.bridge.internal.flow.FlowEvaluators;
import org.metricflows.bridge.internal.spec.NetworkSpec;
import org.metricflows.bridge.internal.spec.SampleSpec;
import org.metricflows.numeric.internal.batch.ColumnMap;
import org.metricflows.numeric.internal.batch.JetSpace;
import org.metricflows.symbolic.loss.JetLoss;
import org.metricflows.symbolic.network.Activation;

/**
 * A spec's formulas written again over field elements, its points, and where to look.
 *
 * @param flow the spec's flow
 * @param metric the ansatz over the background
 * @param loss the weighted density
 */
record Subject(FlowEvaluators flow, FieldMetric metric, FieldLoss loss) {
  private static final long SEED = 20231030;

  static Subject of(FlowEvaluators flow) {
    JetLoss loss = flow.loss();
    FieldAnsatz ansatz = new FieldAnsatz(loss.ansatz(), loss.dimension());
    FieldCoordinates coordinates = FieldCoordinates.of(flow.spec().space());
    FieldMetric metric = new FieldMetric(ansatz, coordinates, flow.background());
    FieldDensity density = new FieldDensity(loss.loss(), coordinates);
    return new Subject(flow, metric, new FieldLoss(metric, density, loss.order()));
  }

  NetworkSpec network() {
    return flow.spec().network();
  }

  Activation activation() {
    return flow.activation().orElseThrow();
  }

  /** The kernel in the network's place, written again. */
  FedKernel kernel() {
    boolean network = flow.spec().setting().regime().hasNetwork();
    return new FedKernel(
        FieldKernel.of(flow.spec().setting(), this::network), FieldInputs.of(flow.spec(), network));
  }

  int dimension() {
    return metric.dimension();
  }

  /** Number of network outputs, C. */
  int outputs() {
    return metric.outputs();
  }

  /** Order of the jets that the loss reads. */
  int order() {
    return loss.order();
  }

  /** Coefficients of the jets that the loss reads. */
  TaylorLayout layout() {
    return new TaylorLayout(new JetSpace(dimension(), order()));
  }

  double[][] points() {
    return flow.samplePoints();
  }

  double[][] testPoints() {
    return flow.testPoints();
  }

  /**
   * The weight of the loss at a sample point. Weights of given points hold Perelman's density and
   * the quadrature together; those of grids and random points are the quadrature's alone.
   */
  double weight(int point) {
    double weight = flow.weights()[point];
    boolean together = flow.spec().sample() instanceof SampleSpec.Points;
    return together ? weight : weight * loss.density().measure(points()[point]);
  }

  /** What the loss reads at a sample point besides the outputs' jets. */
  double[] fixed(int point) {
    return flow.fixedColumns().stream().mapToDouble(column -> column[point]).toArray();
  }

  /** Random numbers, the same at every call. */
  static Random random() {
    return new Random(SEED);
  }

  /** Up to {@code most} of the numbers 0 … size − 1, evenly spread. */
  static int[] some(int size, int most) {
    int count = Math.min(size, most);
    return IntStream.range(0, count).map(i -> (int) ((long) i * size / count)).toArray();
  }

  /** One element through a map. */
  static double[] evaluate(ColumnMap map, double[] in) {
    double[][] columns = new double[in.length][];
    for (int i = 0; i < in.length; i++) {
      columns[i] = new double[] {in[i]};
    }
    double[][] out = new double[map.outputs()][1];
    map.apply(columns, new int[in.length], out, new int[out.length], 1);
    double[] values = new double[out.length];
    for (int i = 0; i < out.length; i++) {
      values[i] = out[i][0];
    }
    return values;
  }

  /** The entries of several columns at one point. */
  static double[] row(double[][] columns, int point) {
    double[] row = new double[columns.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = columns[i][point];
    }
    return row;
  }

  /** One array after another. */
  static double[] join(double[] a, double[] b) {
    double[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }
}
