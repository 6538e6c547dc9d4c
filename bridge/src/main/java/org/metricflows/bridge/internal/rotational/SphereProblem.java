package org.metricflows.bridge.internal.rotational;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.Clock;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.RecordedFields;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.run.SpecIntegration;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.rotational.PinchBracket;
import org.metricflows.numeric.internal.rotational.SphereFlow;
import org.metricflows.numeric.internal.rotational.SphereProfile;

/**
 * Ricci flow of a rotationally symmetric sphere, ready to integrate.
 *
 * <p>fields.npz has {@code t} [time], {@code x} [point], the share of the length from pole to pole
 * times π, and {@code radius}, {@code curvature_radial}, {@code curvature_tangential}
 * [time][point]; the arc length at a point is x/π times the record's {@code length}.
 */
public final class SphereProblem implements Problem {
  private static final List<Observable> ARRAYS =
      List.of(Vocabulary.RADIUS, Vocabulary.CURVATURE_RADIAL, Vocabulary.CURVATURE_TANGENTIAL);

  private static final Observations<Moment> OBSERVATIONS =
      Observations.<Moment>at(Place.SPHERE)
          .where(Vocabulary.NECK_RADIUS, m -> m.profile.neck().map(neck -> neck.radius()))
          .with(Vocabulary.MAXIMAL_RADIUS, m -> m.profile.maximalRadius())
          .with(Vocabulary.LENGTH, m -> m.profile.length())
          .with(Vocabulary.VOLUME, m -> m.profile.volume())
          .with(Vocabulary.R_MIN, m -> m.profile.leastScalar())
          .with(Vocabulary.R_MAX, m -> m.profile.greatestScalar())
          .with(Vocabulary.INT_R, m -> m.profile.integratedScalar())
          .where(Vocabulary.PINCH_EARLIEST, m -> m.pinch.map(PinchBracket::earliest))
          .where(Vocabulary.PINCH_LATEST, m -> m.pinch.map(PinchBracket::latest))
          .with(Vocabulary.RESOLUTION, m -> m.profile.resolution())
          .with(Vocabulary.RADIUS, m -> m.profile.radius())
          .with(Vocabulary.CURVATURE_RADIAL, m -> m.profile.radial())
          .with(Vocabulary.CURVATURE_TANGENTIAL, m -> m.profile.tangential());

  /** A state as records see it. */
  private record Moment(SphereProfile profile, Optional<PinchBracket> pinch) {}

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
  public Observations<FlowRecord> observations() {
    return OBSERVATIONS.seenBy(this::moment);
  }

  private Moment moment(FlowRecord record) {
    SphereProfile profile = evaluators.profile(record.state());
    return new Moment(profile, bracket(record.time(), profile));
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
    ARRAYS.forEach(array -> names.put(array.name(), array.name()));
    return Optional.of(new RecordedFields(Tensor.of(evaluators.grid().points()), names, 0));
  }
}
