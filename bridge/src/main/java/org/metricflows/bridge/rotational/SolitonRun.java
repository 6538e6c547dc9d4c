package org.metricflows.bridge.rotational;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.run.Run;
import org.metricflows.bridge.run.RunFolder;
import org.metricflows.bridge.run.RunOutcome;
import org.metricflows.bridge.run.RunResult;
import org.metricflows.bridge.run.SpecIntegration;
import org.metricflows.bridge.run.SpecRun;
import org.metricflows.bridge.spec.RotationalSpec;
import org.metricflows.numeric.flow.FlowListener;
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
public final class SolitonRun implements SpecRun {
  /** The series' last term is below 1e-15 on the way, for every n ≤ 12. */
  private static final int TERMS = 24;

  /** How far the series are used, in units of the curvature radius at the pole. */
  private static final double WAY = 0.5;

  private final RotationalSpec spec;
  private final Map<String, Object> versions;
  private final double tip;
  private final SolitonFlow flow;

  private SolitonRun(RotationalSpec spec, Map<String, Object> versions) {
    this.spec = spec;
    this.versions = new LinkedHashMap<>(versions);
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
  public static SolitonRun of(RotationalSpec spec, Map<String, Object> versions) {
    return new SolitonRun(spec, versions);
  }

  @Override
  public RotationalSpec spec() {
    return spec;
  }

  @Override
  public double end() {
    return spec.flow().time();
  }

  @Override
  public RunResult in(RunFolder folder, FlowListener progress) {
    RunResult result = result(run(progress).in(folder));
    folder.writeResult(result);
    return result;
  }

  /** Runs without leaving a trace. */
  public RunResult inMemory(FlowListener progress) {
    return result(run(progress).inMemory());
  }

  private Run run(FlowListener progress) {
    return Run.of(SpecIntegration.of(flow, spec.flow()), this::observe).reportingTo(progress);
  }

  private Map<String, Object> observe(FlowRecord record) {
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

  private RunResult result(RunOutcome outcome) {
    return new RunResult(
        outcome.result().outcome(),
        outcome.records(),
        Map.of(),
        outcome.result().evaluations(),
        outcome.cpuSeconds(),
        versions,
        spec.toTree());
  }
}
