package org.metricflows.bridge.internal.flow;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.Integrator;
import org.metricflows.numeric.internal.flow.Method;
import org.metricflows.numeric.internal.flow.Schedule;

/**
 * Reads a network's flow beside the exact one of the same start, which Fourier derivatives give on
 * a periodic grid: the largest difference of a component of the metric, in units of the largest
 * change of one over the whole exact flow, is the observable {@code exact_distance}.
 *
 * <p>The exact flow is integrated once, when the first record asks for it.
 */
final class ExactComparison implements StateReader {
  private static final double TOLERANCE = 1e-10;

  private final Spec spec;
  private final StateReader reader;
  private final LocalProblem exact;

  /** g by the time, {@code [component][point]}, once it has been asked for. */
  private Map<Double, double[][]> metrics;

  private double motion;

  private ExactComparison(Spec spec, StateReader reader, LocalProblem exact) {
    this.spec = spec;
    this.reader = reader;
    this.exact = exact;
  }

  /**
   * The reader, with the comparison if the spec asks for it.
   *
   * @throws org.metricflows.symbolic.InputException if the exact flow takes another sample or
   *     ansatz
   */
  static StateReader beside(Spec spec, StateReader reader) {
    return spec.observes(Vocabulary.EXACT_DISTANCE)
        ? new ExactComparison(spec, reader, LocalProblem.of(spec.exact()))
        : reader;
  }

  @Override
  public Observations<FlowRecord> observations() {
    return Observations.<FlowRecord>at(Place.CHART)
        .with(reader.observations(), record -> record)
        .with(Vocabulary.EXACT_DISTANCE, this::distance);
  }

  /** Not a number at a time that the exact flow does not reach, or that no record was asked for. */
  private double distance(FlowRecord record) {
    if (metrics == null) {
      integrate();
    }
    double[][] expected = metrics.get(record.time());
    return expected == null
        ? Double.NaN
        : largestDifference(reader.sampleMetric(record.state()), expected) / motion;
  }

  private void integrate() {
    LocalProblem.Assembly flow = exact.assemble();
    List<Double> times = spec.flow().record();
    metrics = new TreeMap<>();
    FlowIntegration.of(
            flow.flow(),
            Integrator.adaptive(Method.DORMAND_PRINCE_853, TOLERANCE, TOLERANCE),
            Schedule.of(spec.flow().time(), times.stream().mapToDouble(t -> t).toArray()))
        .solve()
        .records()
        .forEach(r -> metrics.put(r.time(), flow.reader().sampleMetric(r.state())));
    double[][] start = flow.reader().sampleMetric(flow.flow().initialState());
    motion =
        metrics.values().stream().mapToDouble(g -> largestDifference(g, start)).max().orElse(0);
  }

  private static double largestDifference(double[][] a, double[][] b) {
    double largest = 0;
    for (int c = 0; c < a.length; c++) {
      for (int p = 0; p < a[c].length; p++) {
        largest = Math.max(largest, Math.abs(a[c][p] - b[c][p]));
      }
    }
    return largest;
  }

  @Override
  public double[][] sampleMetric(double[] y) {
    return reader.sampleMetric(y);
  }

  @Override
  public double[][] samplePoints() {
    return reader.samplePoints();
  }

  @Override
  public int dimension() {
    return reader.dimension();
  }

  @Override
  public Map<String, Object> extras(double[] last) {
    return reader.extras(last);
  }
}
