package org.metricflows.bridge.rotational;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.numpy.Tensor;
import org.metricflows.bridge.run.Clock;
import org.metricflows.bridge.run.Problem;
import org.metricflows.bridge.run.RecordedFields;
import org.metricflows.bridge.run.RunOutcome;
import org.metricflows.bridge.run.SpecIntegration;
import org.metricflows.bridge.spec.RotationalSpec;
import org.metricflows.numeric.flow.FlowIntegration;
import org.metricflows.numeric.flow.FlowRecord;
import org.metricflows.numeric.rotational.PinchBracket;
import org.metricflows.numeric.rotational.SphereFlow;
import org.metricflows.numeric.rotational.SphereProfile;

/**
 * Ricci flow of a rotationally symmetric sphere, ready to integrate.
 *
 * <p>fields.npz has {@code t} [time], {@code x} [point], the share of the length from pole to pole
 * times π, and {@code radius}, {@code curvature_radial}, {@code curvature_tangential}
 * [time][point]; the arc length at a point is x/π times the record's {@code length}.
 */
public final class SphereProblem implements Problem {
  private static final List<String> ARRAYS =
      List.of("radius", "curvature_radial", "curvature_tangential");

  private final RotationalSpec spec;
  private final SphereEvaluators evaluators;
  private final FlowIntegration integration;

  private SphereProblem(RotationalSpec spec) {
    this.spec = spec;
    RotationalSpec.Sphere sphere = (RotationalSpec.Sphere) spec.shape();
    this.evaluators = SphereEvaluators.of(spec);
    SphereFlow flow = evaluators.flow();
    SphereProfile profile = evaluators.profile(flow.initialState());
    this.integration =
        SpecIntegration.of(flow, spec.flow())
            .stoppingWhen(new SphereStop(evaluators::profile, profile, sphere.stopFraction()));
  }

  /**
   * Derives and compiles the flow.
   *
   * @param spec of a sphere
   * @throws org.metricflows.symbolic.InputException naming the field, if the formulas do not state
   *     a smooth sphere that the grid resolves
   */
  public static SphereProblem of(RotationalSpec spec) {
    return new SphereProblem(spec);
  }

  @Override
  public FlowIntegration evolution() {
    return integration;
  }

  @Override
  public Clock clock() {
    return Clock.time(spec.flow().time());
  }

  @Override
  public Map<String, Object> observe(FlowRecord record) {
    SphereProfile profile = evaluators.profile(record.state());
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

  @Override
  public Map<String, Object> closing(RunOutcome outcome) {
    double time = outcome.result().outcome().time();
    Map<String, Object> entries = new LinkedHashMap<>();
    bracket(time, evaluators.profile(outcome.result().state()))
        .ifPresent(
            pinch -> {
              entries.put("pinch_time", pinch.estimate());
              entries.put("pinch_time_uncertainty", pinch.uncertainty());
            });
    return entries;
  }

  @Override
  public Optional<RecordedFields> fields() {
    Map<String, String> names = new LinkedHashMap<>();
    ARRAYS.forEach(name -> names.put(name, name));
    return Optional.of(new RecordedFields(Tensor.of(evaluators.grid().points()), names, 0));
  }
}
