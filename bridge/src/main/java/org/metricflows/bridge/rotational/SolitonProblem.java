package org.metricflows.bridge.rotational;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.run.Clock;
import org.metricflows.bridge.run.Problem;
import org.metricflows.bridge.run.SpecIntegration;
import org.metricflows.bridge.spec.RotationalSpec;
import org.metricflows.numeric.flow.Evolution;
import org.metricflows.numeric.flow.FlowRecord;
import org.metricflows.numeric.rotational.OddSeries;
import org.metricflows.numeric.rotational.SolitonFlow;
import org.metricflows.symbolic.expression.Rational;
import org.metricflows.symbolic.rotational.PoleSeries;
import org.metricflows.symbolic.rotational.SteadySoliton;

/**
 * A steady soliton outward from its pole; what runs is the arc length s.
 *
 * <p>Records carry ψ, ψ', f, f', R, the rate d(ψ²)/ds (which tends to 2(n−2)/√R(0)), and {@code
 * soliton_defect}, how far the first integral R + f'² is from R(0) relative to it.
 */
public final class SolitonProblem implements Problem {
  /** The series' last term is below 1e-15 on the way, for every n ≤ 12. */
  private static final int TERMS = 24;

  /** How far the series are used, in units of the curvature radius at the pole. */
  private static final double WAY = 0.5;

  private final RotationalSpec spec;
  private final double tip;
  private final SolitonFlow flow;

  private SolitonProblem(RotationalSpec spec) {
    this.spec = spec;
    this.tip = ((RotationalSpec.Soliton) spec.shape()).tipCurvature();
    int n = spec.dimension();
    double curvature = tip / (n * (n - 1.0));
    double inverseRadius = Math.sqrt(curvature);
    SteadySoliton soliton = new SteadySoliton(n);
    PoleSeries series = soliton.series(TERMS);
    this.flow =
        new SolitonFlow(
            new Compiler().compile(soliton.equations()),
            odd(series.radius()).scaled(inverseRadius),
            odd(series.drift()).scaled(inverseRadius).times(curvature),
            WAY / inverseRadius);
  }

  private static OddSeries odd(List<Rational> coefficients) {
    return new OddSeries(coefficients.stream().mapToDouble(Rational::toDouble).toArray());
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
