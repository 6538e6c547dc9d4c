package org.metricflows.bridge.rotational;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.compiler.Compiler;
import org.metricflows.bridge.run.Run;
import org.metricflows.bridge.run.RunFolder;
import org.metricflows.bridge.run.RunOutcome;
import org.metricflows.bridge.run.RunResult;
import org.metricflows.bridge.run.SpecIntegration;
import org.metricflows.bridge.run.SpecRun;
import org.metricflows.bridge.run.Tensor;
import org.metricflows.bridge.spec.RotationalSpec;
import org.metricflows.numeric.flow.FlowIntegration;
import org.metricflows.numeric.flow.FlowListener;
import org.metricflows.numeric.flow.FlowRecord;
import org.metricflows.numeric.rotational.PinchBracket;
import org.metricflows.numeric.rotational.SphereFlow;
import org.metricflows.numeric.rotational.SphereMaps;
import org.metricflows.numeric.rotational.SphereProfile;

/**
 * Ricci flow of a rotationally symmetric sphere, from spec to result.
 *
 * <p>fields.npz has {@code t} [time], {@code x} [point], the share of the length from pole to pole
 * times π, and {@code radius}, {@code curvature_radial}, {@code curvature_tangential}
 * [time][point]; the arc length at a point is x/π times the record's {@code length}.
 */
public final class SphereRun implements SpecRun {
  private static final List<String> ARRAYS =
      List.of("radius", "curvature_radial", "curvature_tangential");

  private final RotationalSpec spec;
  private final Map<String, Object> versions;
  private final SphereStart start;
  private final SphereMaps maps;
  private final FlowIntegration integration;

  private SphereRun(RotationalSpec spec, Map<String, Object> versions) {
    this.spec = spec;
    this.versions = new LinkedHashMap<>(versions);
    RotationalSpec.Sphere sphere = (RotationalSpec.Sphere) spec.shape();
    Compiler compiler = new Compiler();
    this.maps = SphereEquations.maps(compiler, spec.dimension());
    this.start = SphereStart.of(compiler, sphere);
    SphereFlow flow =
        new SphereFlow(spec.dimension(), start.grid(), maps, start.v(), start.square());
    SphereProfile profile = profile(flow.initialState());
    this.integration =
        SpecIntegration.of(flow, spec.flow())
            .stoppingWhen(new SphereStop(this::profile, profile, sphere.stopFraction()));
  }

  /**
   * Derives and compiles the flow.
   *
   * @param spec of a sphere
   * @throws org.metricflows.symbolic.InputException naming the field, if the formulas do not state
   *     a smooth sphere that the grid resolves
   */
  public static SphereRun of(RotationalSpec spec, Map<String, Object> versions) {
    return new SphereRun(spec, versions);
  }

  private SphereProfile profile(double[] state) {
    return SphereProfile.of(spec.dimension(), start.grid(), maps, state);
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
    return finish(folder, run(progress));
  }

  /** Runs without leaving a trace. */
  public RunResult inMemory(FlowListener progress) {
    return result(run(progress).inMemory());
  }

  /** Runs in a folder with checkpoints at most this far apart. */
  RunResult in(RunFolder folder, FlowListener progress, Duration pace) {
    return finish(folder, run(progress).withPace(pace));
  }

  private RunResult finish(RunFolder folder, Run run) {
    RunOutcome outcome = run.in(folder);
    folder.writeFields(fields(outcome.records()));
    RunResult result = result(outcome);
    folder.writeResult(result);
    return result;
  }

  private Run run(FlowListener progress) {
    return Run.of(integration, this::observe).reportingTo(progress);
  }

  private Map<String, Object> observe(FlowRecord record) {
    SphereProfile profile = profile(record.state());
    Map<String, Object> entries = new LinkedHashMap<>();
    profile.neck().ifPresent(neck -> entries.put("neck_radius", neck.radius()));
    entries.put("maximal_radius", profile.maximalRadius());
    entries.put("length", profile.length());
    entries.put("volume", profile.volume());
    entries.put("R_min", profile.leastScalar());
    entries.put("R_max", profile.greatestScalar());
    entries.put("int_R", profile.integratedScalar());
    bracket(record.time(), profile)
        .ifPresent(
            pinch -> {
              entries.put("pinch_earliest", pinch.earliest());
              entries.put("pinch_latest", pinch.latest());
            });
    entries.put("resolution", profile.resolution());
    entries.put(ARRAYS.get(0), profile.radius());
    entries.put(ARRAYS.get(1), profile.radial());
    entries.put(ARRAYS.get(2), profile.tangential());
    return entries;
  }

  private Optional<PinchBracket> bracket(double time, SphereProfile profile) {
    return PinchBracket.of(spec.dimension(), time, profile);
  }

  private RunResult result(RunOutcome outcome) {
    double time = outcome.result().outcome().time();
    Map<String, Object> extras = new LinkedHashMap<>();
    bracket(time, profile(outcome.result().state()))
        .ifPresent(
            pinch -> {
              extras.put("pinch_time", pinch.estimate());
              extras.put("pinch_time_uncertainty", pinch.uncertainty());
            });
    return new RunResult(
        outcome.result().outcome(),
        RecordedArrays.numbers(outcome.records()),
        extras,
        outcome.result().evaluations(),
        outcome.cpuSeconds(),
        versions,
        spec.toTree());
  }

  private Map<String, Tensor> fields(List<Map<String, Object>> records) {
    Map<String, Tensor> fields = new LinkedHashMap<>();
    fields.put("t", RecordedArrays.column(records, "t"));
    fields.put("x", Tensor.of(start.grid().points()));
    for (String name : ARRAYS) {
      fields.put(name, RecordedArrays.rows(records, name, start.grid().size()));
    }
    return fields;
  }
}
