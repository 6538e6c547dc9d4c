package org.metricflows.bridge.internal.flow;

import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.internal.run.Clock;
import org.metricflows.bridge.internal.run.Problem;
import org.metricflows.bridge.internal.run.RecordedFields;
import org.metricflows.bridge.internal.run.RunOutcome;
import org.metricflows.bridge.internal.run.SpecTraining;
import org.metricflows.bridge.internal.spec.Spec;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.bridge.observable.Place;
import org.metricflows.bridge.observable.Vocabulary;
import org.metricflows.numeric.internal.flow.Evolution;
import org.metricflows.numeric.internal.flow.FlowRecord;
import org.metricflows.numeric.internal.gradient.FiniteWidthFlow;
import org.metricflows.numeric.internal.gradient.OutputFlow;
import org.metricflows.numeric.internal.network.Batch;
import org.metricflows.numeric.internal.training.Training;
import org.metricflows.symbolic.InputException;

/**
 * A metric on a chart whose network is trained by Adam or L-BFGS, epoch by epoch, in place of the
 * gradient flow of the same loss; or the optimum of a frozen kernel, solved for.
 *
 * <p>Records carry {@code epoch}, or {@code iteration} of twenty quasi-Newton steps, the loss over
 * all sample points, the metric, and what a flow's would.
 */
public final class ChartTraining implements Problem {
  private final FlowProblem problem;
  private final Training training;
  private final StateReader reader;
  private final Observations<FlowRecord> observations;
  private final Clock clock;
  private final Optional<RecordedFields> fields;

  private ChartTraining(Spec spec, FlowProblem problem, Training training, OutputFlow flow) {
    this.problem = problem;
    this.training = training;
    this.reader = problem.observer(flow);
    this.observations =
        Observations.<FlowRecord>at(Place.CHART)
            .with(
                reader.observations(),
                r -> new FlowRecord(r.time(), training.parameters(r.state())))
            .with(Vocabulary.CPU_SECONDS, r -> 0.0);
    this.clock =
        Clock.counting(
            spec.setting().solve().isPresent() ? "iteration" : "epoch", training.epochs());
    this.fields = ChartProblem.fields(spec, reader);
  }

  /**
   * Derives and compiles.
   *
   * @throws InputException naming the field, as {@link ChartProblem#of} does, or if there are no
   *     parameters to train
   */
  public static ChartTraining of(Spec spec) {
    FlowProblem problem = FlowProblem.of(spec);
    Batch all = Batch.first(problem.data().sampling().size());
    if (spec.setting().solve().isPresent()) {
      OutputFlow flow = problem.flowByNorm();
      return new ChartTraining(
          spec, problem, SpecTraining.of(spec.setting().solve().get(), flow, all), flow);
    }
    if (spec.network().isInfinite()) {
      throw InputException.of(
          "network.width", "a training moves parameters, of which an infinite width has none");
    }
    FiniteWidthFlow flow = (FiniteWidthFlow) problem.flow();
    Training training =
        SpecTraining.of(spec.training(), flow.objective(), flow.initialState(), all, all);
    return new ChartTraining(spec, problem, training, flow);
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
  public Map<String, Tensor> parameters(double[] state) {
    return problem.parameters(training.parameters(state));
  }

  @Override
  public Optional<RecordedFields> fields() {
    return fields;
  }
}
