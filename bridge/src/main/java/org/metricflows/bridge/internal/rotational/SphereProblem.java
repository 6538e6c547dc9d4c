package org.metricflows.bridge.internal.rotational;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.Drive;
import org.metricflows.bridge.internal.run.Model;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.RecordedFields;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.spec.RotationalSpec;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
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
public final class SphereProblem implements Model<double[]> {
  private static final List<Observable> ARRAYS =
      List.of(Vocabulary.RADIUS, Vocabulary.CURVATURE_RADIAL, Vocabulary.CURVATURE_TANGENTIAL);

  private static final Observations<Shape> OBSERVATIONS =
      Observations.<Shape>at(Place.SPHERE)
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
          .with(Vocabulary.RADIUS, m -> m.columns[0])
          .with(Vocabulary.CURVATURE_RADIAL, m -> m.columns[1])
          .with(Vocabulary.CURVATURE_TANGENTIAL, m -> m.columns[2]);

  /** A state as records see it. */
  private record Shape(SphereProfile profile, Optional<PinchBracket> pinch, double[][] columns) {}

  private final int dimension;
  private final SphereEvaluators evaluators;

  private SphereProblem(int dimension, SphereEvaluators evaluators) {
    this.dimension = dimension;
    this.evaluators = evaluators;
  }

  /**
   * Derives and compiles the flow.
   *
   * @param spec of a sphere
   * @throws org.metricflows.symbolic.InputException naming the field, if the formulas do not state
   *     a smooth sphere that the grid resolves
   */
  public static Problem of(RotationalSpec spec) {
    double stopFraction = ((RotationalSpec.Sphere) spec.shape()).stopFraction();
    SphereEvaluators evaluators = SphereEvaluators.of(spec);
    SphereFlow flow = evaluators.flow();
    SphereProfile start = evaluators.profile(flow.initialState());
    return Problem.of(
        new SphereProblem(spec.dimension(), evaluators),
        Drive.flow(flow, spec.flow(), new SphereStop(evaluators::profile, start, stopFraction)));
  }

  @Override
  public Observations<Moment<double[]>> observations() {
    return OBSERVATIONS.seenBy(m -> shape(m.time(), m.state()));
  }

  private Shape shape(double time, double[] y) {
    SphereProfile profile = evaluators.profile(y);
    return new Shape(profile, bracket(time, profile), evaluators.columns(y));
  }

  private Optional<PinchBracket> bracket(double time, SphereProfile profile) {
    return PinchBracket.of(dimension, time, profile);
  }

  @Override
  public Map<String, Object> closing(double[] last, RunOutcome outcome) {
    double time = outcome.result().outcome().time();
    Map<String, Object> entries = new LinkedHashMap<>();
    bracket(time, evaluators.profile(last))
        .ifPresent(
            pinch -> {
              entries.put("pinch_time", pinch.estimate());
              entries.put("pinch_time_uncertainty", pinch.uncertainty());
            });
    return entries;
  }

  @Override
  public Optional<RecordedFields> fields() {
    List<RecordedFields.Field> fields =
        ARRAYS.stream().map(array -> RecordedFields.Field.of(array.name())).toList();
    return Optional.of(new RecordedFields(Tensor.of(evaluators.shown()), fields));
  }
}
