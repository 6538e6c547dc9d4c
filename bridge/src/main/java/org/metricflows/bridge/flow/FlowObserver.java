package org.metricflows.bridge.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.spec.Observable;
import org.metricflows.numeric.flow.FlowStopException;
import org.metricflows.numeric.gradient.OutputFlow;

/**
 * Reads records off states: the loss, the metric at sample and test points, and what a spec asks to
 * observe.
 */
final class FlowObserver implements StateReader {

  private final OutputFlow flow;
  private final MetricHead head;
  private final FlowData data;
  private final List<Observable> observe;
  private final Optional<GeometricObservables> geometry;
  private final SymmetricEigenvalues eigenvalues;

  /** Θ₀, once a record has asked for it: it costs as much as Θ_t, at every record. */
  private double[][] startKernel;

  /**
   * @param geometry present if curvature is observed
   */
  FlowObserver(
      OutputFlow flow,
      MetricHead head,
      FlowData data,
      List<Observable> observe,
      Optional<GeometricObservables> geometry) {
    this.flow = flow;
    this.head = head;
    this.data = data;
    this.observe = observe;
    this.geometry = geometry;
    this.eigenvalues = new SymmetricEigenvalues(data.dimension());
  }

  @Override
  public Map<String, Object> observe(double time, double[] y) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("loss", flow.loss(y));
    record.put(AT_POINTS, StateReader.rows(sampleMetric(y)));
    if (data.testPoints().length > 0) {
      record.put(AT_TEST_POINTS, StateReader.rows(testMetric(y)));
    }
    Optional<GeometricObservables.Values> values =
        geometry.map(g -> g.at(time, flow.sampleJets(y, 2), head.atRest(samplePoints().length)));
    for (Observable observable : observe) {
      record.put(key(observable), value(observable, y, values));
    }
    return record;
  }

  private static String key(Observable observable) {
    return observable == Observable.METRIC_NTK ? "ntk_drift" : observable.label();
  }

  /** Not a number where the flow is not defined, as at the end of one that degenerates. */
  private double value(
      Observable observable, double[] y, Optional<GeometricObservables.Values> values) {
    try {
      return switch (observable) {
        case METRIC_NTK -> drift(y);
        case LOSS_RATE -> flow.lossRate(y);
        case GRADIENT_NORM_SQUARED -> flow.gradientNormSquared(y);
        case MINIMUM_EIGENVALUE -> eigenvalues.smallest(sampleMetric(y));
        case PERELMAN_DF_DT -> flow.gradientNormSquared(y);
        default -> values.orElseThrow().get(observable);
      };
    } catch (FlowStopException e) {
      return Double.NaN;
    }
  }

  @Override
  public double[][] samplePoints() {
    return data.sampling().points();
  }

  @Override
  public int dimension() {
    return data.dimension();
  }

  @Override
  public double[][] sampleMetric(double[] y) {
    return head.metric(flow.sampleJets(y, 0), data.referenceValues());
  }

  private double[][] testMetric(double[] y) {
    return head.metric(flow.testValues(y), data.testReference());
  }

  @Override
  public Map<String, Object> extras(double[] last) {
    if (!observe.contains(Observable.METRIC_NTK)) {
      return Map.of();
    }
    Map<String, Object> kernel = new LinkedHashMap<>();
    kernel.put("at_start", startKernel());
    kernel.put("at_end", metricKernel(last));
    return Map.of("metric_ntk", kernel);
  }

  /** The metric-NTK over the probe points: rows and columns (point, component). */
  private double[][] metricKernel(double[] y) {
    double[][] f = data.probeColumns(flow.sampleJets(y, 0), flow.testValues(y));
    double[][] reference = data.probeColumns(data.referenceValues(), data.testReference());
    return head.metricKernel(flow.outputKernel(y), f, reference);
  }

  private double[][] startKernel() {
    if (startKernel == null) {
      startKernel = metricKernel(flow.initialState());
    }
    return startKernel;
  }

  /** ‖Θ_t − Θ_0‖/‖Θ_0‖ in the Frobenius norm, over the probe points. */
  private double drift(double[] y) {
    double[][] start = startKernel();
    double[][] now = metricKernel(y);
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < start.length; i++) {
      for (int j = 0; j < start.length; j++) {
        difference += Math.pow(now[i][j] - start[i][j], 2);
        norm += start[i][j] * start[i][j];
      }
    }
    return norm == 0 ? 0 : Math.sqrt(difference / norm);
  }
}
