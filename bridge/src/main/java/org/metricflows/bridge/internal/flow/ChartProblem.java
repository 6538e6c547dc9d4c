package org.metricflows.bridge.internal.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.Clock;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.RecordedFields;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.run.SpecIntegration;
import org.metricflows.bridge.internal.spec.SampleSpec;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.batch.SymmetricIndex;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.flow.StopCondition;
import org.metricflows.numeric.internal.gradient.OutputFlow;

/**
 * The flow of a metric on a chart, ready to integrate: the initial value problem, its integrator,
 * schedule and stop conditions, and what records tell of its states.
 *
 * <p>With a grid sample the metric at the sample points goes to fields.npz as {@code t} [time],
 * {@code x} [point][coordinate], {@code g} [time][point][component]; else into the records.
 */
public final class ChartProblem implements Problem {

  /** A flow whose speed has fallen to this fraction of its start is at rest. */
  private static final double REST = 1e-12;

  private final Spec spec;
  private final Flow flow;
  private final StateReader reader;
  private final Observations<FlowRecord> observations;
  private final FlowIntegration integration;
  private final boolean definite;
  private final Function<double[], Map<String, Tensor>> arrays;

  /**
   * @param readsGeometry whether anything needs more of the metric than its components
   */
  private ChartProblem(
      Spec spec,
      Flow flow,
      StateReader reader,
      Function<double[], Map<String, Tensor>> arrays,
      boolean readsGeometry,
      Optional<StopCondition> immovable) {
    this.spec = spec;
    this.arrays = arrays;
    this.flow = flow;
    this.reader = reader;
    this.observations = reader.observations();
    Degeneration degeneration = new Degeneration(spec, reader, flow.initialState());
    this.definite = degeneration.isDefinite();
    FlowIntegration stopping =
        SpecIntegration.of(flow, spec.flow()).stoppingWhen(StopCondition.atRest(REST));
    if (readsGeometry) {
      stopping = stopping.stoppingWhen(degeneration);
    }
    this.integration = immovable.map(stopping::stoppingWhen).orElse(stopping);
  }

  /**
   * Derives, compiles and assembles the flow of a spec.
   *
   * @throws org.metricflows.symbolic.InputException naming the field, if a formula cannot be read,
   *     the background is singular or undefined at a sample point, or the activation is not smooth
   *     enough
   */
  public static ChartProblem of(Spec spec) {
    if (spec.flow().dynamics().isOnGrid()) {
      LocalProblem.Assembly local = LocalProblem.of(spec).assemble();
      return new ChartProblem(
          spec, local.flow(), local.reader(), state -> Map.of(), true, Optional.empty());
    }
    FlowProblem problem = FlowProblem.of(spec);
    OutputFlow flow = problem.flow();
    return new ChartProblem(
        spec,
        flow,
        problem.observer(flow),
        problem::parameters,
        problem.order() > 0,
        problem.immovable(flow));
  }

  /** What a user may have overlooked. */
  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (spec.has("loss") && !spec.flow().dynamics().needs("loss")) {
      notes.add(
          "'loss' is not read: "
              + spec.flow().dynamics().statement()
              + " is no gradient flow of it");
    }
    if (!definite) {
      notes.add(
          "the background is not positive definite: the flow is run as if it were a Riemannian one,"
              + " and need not be well posed");
    }
    return notes;
  }

  /** The initial value problem. */
  public Flow flow() {
    return flow;
  }

  /** The initial value problem with its integrator and stop conditions. */
  @Override
  public FlowIntegration evolution() {
    return integration;
  }

  @Override
  public Clock clock() {
    return Clock.time(spec.flow().time());
  }

  /** {@code loss}, {@code metric_at_points}, … and what is asked for. */
  @Override
  public Observations<FlowRecord> observations() {
    return observations;
  }

  /** What does not hang on single records, such as the metric-NTK at the start and at the end. */
  @Override
  public Map<String, Object> closing(RunOutcome outcome) {
    Map<String, Object> entries = new LinkedHashMap<>(reader.extras(outcome.result().state()));
    List<Map<String, Object>> checks = MonotonicityCheck.of(outcome.records());
    if (!checks.isEmpty()) {
      entries.put("checks", checks);
    }
    return entries;
  }

  @Override
  public Map<String, Tensor> parameters(double[] state) {
    return arrays.apply(state);
  }

  @Override
  public Optional<RecordedFields> fields() {
    return fields(spec, reader);
  }

  /** Of a grid the metric at its points. */
  static Optional<RecordedFields> fields(Spec spec, StateReader reader) {
    if (!(spec.sample() instanceof SampleSpec.Grid)) {
      return Optional.empty();
    }
    double[][] points = reader.samplePoints();
    int d = points[0].length;
    double[] flat = Arrays.stream(points).flatMapToDouble(DoubleStream::of).toArray();
    return Optional.of(
        new RecordedFields(
            new Tensor(List.of(points.length, d), flat),
            Map.of(Vocabulary.METRIC_AT_POINTS.name(), "g"),
            new SymmetricIndex(d).size()));
  }
}
