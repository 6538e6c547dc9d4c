package org.metricflows.bridge.internal.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.numeric.internal.gradient.TangentOutputs;

/** The metric-NTK of a network over the probe points, and how far it drifts. */
final class TangentProbe {
  private final TangentOutputs flow;
  private final MetricHead head;
  private final FlowData data;

  /** Θ₀, once a record has asked for it: it costs as much as Θ_t, at every record. */
  private double[][] startKernel;

  TangentProbe(TangentOutputs flow, MetricHead head, FlowData data) {
    this.flow = flow;
    this.head = head;
    this.data = data;
  }

  /** Θ at the start and at the end, as the result has it. */
  Map<String, Object> extras(double[] last) {
    Map<String, Object> kernel = new LinkedHashMap<>();
    kernel.put("at_start", start());
    kernel.put("at_end", kernel(last));
    return Map.of("metric_ntk", kernel);
  }

  /** The metric-NTK: rows and columns (point, component). */
  private double[][] kernel(double[] y) {
    double[][] f = data.probeColumns(flow.sampleJets(y, 0), flow.testValues(y));
    double[][] reference = data.probeColumns(data.referenceValues(), data.testReference());
    return head.metricKernel(flow.outputKernel(y), f, reference);
  }

  private double[][] start() {
    if (startKernel == null) {
      startKernel = kernel(flow.initialState());
    }
    return startKernel;
  }

  /** ‖Θ_t − Θ_0‖/‖Θ_0‖ in the Frobenius norm. */
  double drift(double[] y) {
    double[][] start = start();
    double[][] now = kernel(y);
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
