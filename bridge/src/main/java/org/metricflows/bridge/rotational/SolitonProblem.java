package org.metricflows.bridge.rotational;

import java.util.LinkedHashMap;
import java.util.Map;
import org.metricflows.bridge.run.Clock;
import org.metricflows.bridge.run.Problem;
import org.metricflows.bridge.run.SpecIntegration;
import org.metricflows.bridge.spec.RotationalSpec;
import org.metricflows.numeric.flow.Evolution;
import org.metricflows.numeric.flow.FlowRecord;
import org.metricflows.numeric.rotational.SolitonFlow;

/**
 * A steady soliton outward from its pole; what runs is the arc length s.
 *
 * <p>Records carry ψ, ψ', f, f', R, the rate d(ψ²)/ds (which tends to 2(n−2)/√R(0)), and {@code
 * soliton_defect}, how far the first integral R + f'² is from R(0) relative to it.
 */
public final class SolitonProblem implements Problem {
  private final RotationalSpec spec;
  private final double tip;
  private final SolitonFlow flow;

  private SolitonProblem(RotationalSpec spec) {
    this.spec = spec;
    SolitonEvaluators evaluators = SolitonEvaluators.of(spec);
    this.tip = evaluators.tip();
    this.flow = evaluators.flow();
  }

  /**
   * Derives and compiles the soliton's equation.
   *
   * @param spec of a soliton
   */
  public static SolitonProblem of(RotationalSpec spec) {
    return new SolitonProblem(spec);
  }

  @Override
  public Evolution evolution() {
    return SpecIntegration.of(flow, spec.flow());
  }

  @Override
  public Clock clock() {
    return Clock.time(spec.flow().time());
  }

  @Override
  public Map<String, Object> observe(FlowRecord record) {
    double[] y = record.state();
    double scalar = record.time() == 0 ? tip : flow.equations(y)[2];
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("radius", y[0]);
    entries.put("slope", y[1]);
    entries.put("potential", y[3]);
    entries.put("potential_slope", y[2]);
    entries.put("R", scalar);
    entries.put("radius_squared_rate", 2 * y[0] * y[1]);
    entries.put("soliton_defect", Math.abs(scalar + y[2] * y[2] - tip) / tip);
    return entries;
  }
}
