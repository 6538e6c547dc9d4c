package org.metricflows.bridge.flow;

import java.util.Arrays;
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
final class FlowObserver {

  /** The key of the metric at the sample points. */
  static final String AT_POINTS = "metric_at_points";

  private final OutputFlow flow;
  private final MetricHead head;
  private final FlowData data;
  private final List<Observable> observe;
  private final Optional<Invariants> invariants;
  private final SymmetricEigenvalues eigenvalues;

  /**
   * @param invariants present if curvature is observed
   */
  FlowObserver(
      OutputFlow flow,
      MetricHead head,
      FlowData data,
      List<Observable> observe,
      Optional<Invariants> invariants) {
    this.flow = flow;
    this.head = head;
    this.data = data;
    this.observe = observe;
    this.invariants = invariants;
    this.eigenvalues = new SymmetricEigenvalues(data.dimension());
  }

  /** What a record carries besides its time, in the order in which it is written. */
  Map<String, Object> observe(double[] y) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("loss", flow.loss(y));
    record.put(AT_POINTS, rows(sampleMetric(y)));
    if (data.testPoints().length > 0) {
      record.put("metric_at_test_points", rows(testMetric(y)));
    }
    for (Observable observable : observe) {
      record.put(key(observable), value(observable, y));
    }
    return record;
  }

  private static String key(Observable observable) {
    return observable == Observable.METRIC_NTK ? "ntk_drift" : observable.label();
  }

  /** Not a number where the flow is not defined, as at the end of one that degenerates. */
  private double value(Observable observable, double[] y) {
    try {
      return switch (observable) {
        case METRIC_NTK -> drift(y);
        case LOSS_RATE -> flow.lossRate(y);
        case GRADIENT_NORM_SQUARED -> flow.gradientNormSquared(y);
        case MINIMUM_EIGENVALUE -> eigenvalues.smallest(sampleMetric(y));
        case R_MIN -> Arrays.stream(scalarCurvature(y)).min().orElseThrow();
        case R_MAX -> Arrays.stream(scalarCurvature(y)).max().orElseThrow();
        default -> throw new IllegalStateException(observable.label() + " is not observed here");
      };
    } catch (FlowStopException e) {
      return Double.NaN;
    }
  }

  double[][] samplePoints() {
    return data.sampling().points();
  }

  int dimension() {
    return data.dimension();
  }

  /** g at the sample points: {@code [component][point]}. */
  double[][] sampleMetric(double[] y) {
    return head.metric(flow.sampleJets(y, 0), data.referenceValues());
  }

  private double[][] testMetric(double[] y) {
    return head.metric(flow.testValues(y), data.testReference());
  }

  private double[] scalarCurvature(double[] y) {
    return invariants.orElseThrow().at(flow.sampleJets(y, 2))[0];
  }

  /** The metric-NTK over the probe points: rows and columns (point, component). */
  double[][] metricKernel(double[] y) {
    double[][] f = data.probeColumns(flow.sampleJets(y, 0), flow.testValues(y));
    double[][] reference = data.probeColumns(data.referenceValues(), data.testReference());
    return head.metricKernel(flow.outputKernel(y), f, reference);
  }

  /** ‖Θ_t − Θ_0‖/‖Θ_0‖ in the Frobenius norm, over the probe points. */
  private double drift(double[] y) {
    double[][] start = metricKernel(flow.initialState());
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

  private static double[][] rows(double[][] columns) {
    double[][] rows = new double[columns[0].length][columns.length];
    for (int p = 0; p < rows.length; p++) {
      for (int c = 0; c < columns.length; c++) {
        rows[p][c] = columns[c][p];
      }
    }
    return rows;
  }
}
