package org.metricflows.bridge.internal.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.observable.Observations;

/**
 * A metric on a space as a function of what a {@link Drive} moves: what a run tells of it.
 *
 * <p>Any drive moves any model with the same kind of state: {@code Problem.of(model, drive)}.
 *
 * @param <M> what moves: parameters, functions, sources
 */
public interface Model<M> {

  /**
   * A model at one time.
   *
   * @param time the clock's
   * @param state what has moved
   * @param loss that of the last epoch, where the drive keeps it
   */
  record Moment<M>(double time, M state, OptionalDouble loss) {}

  /** What records carry, in the order in which to write it. */
  Observations<Moment<M>> observations();

  /**
   * What the result says of the run as a whole, after its records; empty for nothing.
   *
   * @param last what has moved, at the end
   * @param outcome the end, with all records
   */
  default Map<String, Object> closing(M last, RunOutcome outcome) {
    return Map.of();
  }

  /** What a user may have overlooked, a sentence each. */
  default List<String> notes() {
    return List.of();
  }

  /** The parameters of a network as the arrays of parameters.npz; empty where none is moved. */
  default Map<String, Tensor> parameters(M state) {
    return Map.of();
  }

  /** Which entries of records go to fields.npz in place of result.json. */
  default Optional<RecordedFields> fields() {
    return Optional.empty();
  }
}
