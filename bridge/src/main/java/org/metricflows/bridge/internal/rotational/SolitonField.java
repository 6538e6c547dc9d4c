package org.metricflows.bridge.internal.rotational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.internal.run.SpecIntegration;
import org.metricflows.bridge.internal.spec.FlowSpec;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.rotational.SolitonFlow;

/** A soliton by its arc length s from the pole; numbers are integrated outward, once for all. */
record SolitonField(RotationalSpec spec) implements RadialField {

  @Override
  public String coordinate() {
    return "s";
  }

  @Override
  public double end() {
    return Math.nextUp(spec.flow().time());
  }

  @Override
  public double[][] jets(double[] state, double[] s) {
    SolitonFlow flow = SolitonEvaluators.of(spec).flow();
    Map<Double, double[]> states = new HashMap<>();
    FlowListener listener =
        new FlowListener() {
          @Override
          public void recorded(FlowRecord record) {
            states.put(record.time(), record.state());
          }
        };
    SpecIntegration.of(flow, way(s)).run(listener);
    double[][] jets = new double[s.length][];
    for (int p = 0; p < s.length; p++) {
      double[] y = states.get(s[p]);
      jets[p] = new double[] {y[0], y[1], flow.equations(y)[0], 1, 0};
    }
    return jets;
  }

  private FlowSpec way(double[] s) {
    FlowSpec settings = spec.flow();
    List<Double> times = new ArrayList<>();
    Arrays.stream(s).sorted().distinct().forEach(times::add);
    return new FlowSpec(
        settings.dynamics(),
        times.get(times.size() - 1),
        times,
        settings.integrator(),
        settings.relativeTolerance(),
        settings.absoluteTolerance(),
        settings.step(),
        settings.tau());
  }
}
