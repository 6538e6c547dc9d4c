package org.metricflows.bridge.internal.run;

import java.util.OptionalDouble;
import java.util.function.Function;
import org.metricflows.bridge.internal.spec.FlowSpec;
import org.metricflows.numeric.internal.flow.Evolution;
import org.metricflows.numeric.internal.flow.Flow;
import org.metricflows.numeric.internal.flow.FlowIntegration;
import org.metricflows.numeric.internal.flow.StopCondition;
import org.metricflows.numeric.internal.training.Training;

/**
 * What moves a model, whatever the model: a flow in time, a training by epochs, an iteration.
 *
 * @param evolution what runs
 * @param clock what its time is called and where it ends
 * @param model what a state of the evolution says of the model
 * @param loss the loss that the evolution itself has kept with a state, if it does
 * @param <M> what moves in the model: parameters, functions, sources
 */
public record Drive<M>(
    Evolution evolution,
    Clock clock,
    Function<double[], M> model,
    Function<double[], OptionalDouble> loss) {

  /** A flow whose speed has fallen to this fraction of its start is at rest. */
  private static final double REST = 1e-12;

  /** What moves in the model is the state. */
  public static Drive<double[]> of(Evolution evolution, Clock clock) {
    return new Drive<>(evolution, clock, state -> state, state -> OptionalDouble.empty());
  }

  /** A flow in time, with the integrator and the schedule that a spec asks for. */
  public static Drive<double[]> flow(Flow flow, FlowSpec spec, StopCondition... conditions) {
    FlowIntegration integration = SpecIntegration.of(flow, spec);
    for (StopCondition condition : conditions) {
      integration = integration.stoppingWhen(condition);
    }
    return of(integration, Clock.time(spec.time()));
  }

  /** The condition that ends a flow when it has come to rest. */
  public static StopCondition atRest() {
    return StopCondition.atRest(REST);
  }

  /**
   * A training, whose states carry the loss of the epoch that led to them.
   *
   * @param counted what it counts, such as {@code epoch}
   */
  public static Drive<double[]> training(Training training, String counted) {
    return new Drive<>(
        training,
        Clock.counting(counted, training.epochs()),
        training::parameters,
        state -> {
          double loss = training.loss(state);
          return Double.isNaN(loss) ? OptionalDouble.empty() : OptionalDouble.of(loss);
        });
  }

  /** The same of a model that reads something else off what moves. */
  public <N> Drive<N> through(Function<? super M, N> view) {
    return new Drive<>(evolution, clock, state -> view.apply(model.apply(state)), loss);
  }
}
