package org.metricflows.bridge.flow;

import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.observable.Observable;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.run.Clock;
import org.metricflows.bridge.run.Problem;
import org.metricflows.bridge.run.RecordedFields;
import org.metricflows.bridge.run.RunOutcome;
import org.metricflows.bridge.run.SpecTraining;
import org.metricflows.bridge.spec.Spec;
import org.metricflows.bridge.spec.TrainingSpec;
import org.metricflows.numeric.flow.Evolution;
import org.metricflows.numeric.flow.FlowRecord;
import org.metricflows.numeric.gradient.FiniteWidthFlow;
import org.metricflows.numeric.network.Batch;
import org.metricflows.numeric.training.Training;
import org.metricflows.symbolic.InputException;

/**
 * A metric on a chart whose network is trained by Adam or L-BFGS, epoch by epoch, in place of the
 * gradient flow of the same loss.
 *
 * <p>Records carry {@code epoch}, the loss over all sample points, the metric, and what a flow's
 * would.
 */
public final class ChartTraining implements Problem {
  private final Training training;
  private final StateReader reader;
  private final Observations<FlowRecord> observations;
  private final Clock clock;
  private final Optional<RecordedFields> fields;

  private ChartTraining(Spec spec, FlowProblem problem, FiniteWidthFlow flow) {
    TrainingSpec settings = spec.training();
    Batch all = Batch.first(problem.data().sampling().size());
    this.training = SpecTraining.of(settings, flow.objective(), flow.initialState(), all, all);
    this.reader = problem.observer(flow);
    this.observations =
        Observations.<FlowRecord>at(Place.CHART)
            .with(
                reader.observations(),
                r -> new FlowRecord(r.time(), training.parameters(r.state())))
            .with(Observable.CPU_SECONDS, r -> 0.0);
    this.clock = Clock.counting("epoch", settings.allEpochs());
    this.fields = ChartProblem.fields(spec, reader);
  }

  /**
   * Derives and compiles.
   *
   * @throws InputException naming the field, as {@link ChartProblem#of} does, or if the network is
   *     infinitely wide
   */
  public static ChartTraining of(Spec spec) {
    if (spec.network().isInfinite()) {
      throw InputException.of(
          "network.width", "a training moves parameters, of which an infinite width has none");
    }
    FlowProblem problem = FlowProblem.of(spec);
    return new ChartTraining(spec, problem, (FiniteWidthFlow) problem.flow());
  }

  @Override
  public Evolution evolution() {
    return training;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Observations<FlowRecord> observations() {
    return observations;
  }

  @Override
  public Map<String, Object> closing(RunOutcome outcome) {
    return reader.extras(training.parameters(outcome.result().state()));
  }

  @Override
  public Optional<RecordedFields> fields() {
    return fields;
  }
}
