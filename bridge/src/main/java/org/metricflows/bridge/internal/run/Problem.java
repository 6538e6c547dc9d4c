package org.metricflows.bridge.internal.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.numeric.internal.flow.Evolution;
import org.metricflows.numeric.internal.flow.FlowRecord;

/**
 * A flow, or a training, derived and compiled, before its first step.
 *
 * <p>All that a {@link Run} needs to know of it: what runs, what to call the time, what to tell of
 * a state, and what to tell at the end. Same problem, same bits, whatever the number of threads.
 *
 * <pre>{@code
 * RunResult result = Run.of(problem, spec, versions).inMemory();
 * }</pre>
 */
public interface Problem {

  /** What runs, from its start or from any of its checkpoints. */
  Evolution evolution();

  /** What its time is called and where it ends. */
  Clock clock();

  /**
   * What records carry, in the order in which to write it, and how it is read off a state at its
   * time. The clock is put before it by the run, and {@link
   * org.metricflows.bridge.observable.Vocabulary#CPU_SECONDS} filled in.
   */
  Observations<FlowRecord> observations();

  /**
   * What the result says of the run as a whole, after its records; empty for nothing.
   *
   * @param outcome the end, with all records
   */
  default Map<String, Object> closing(RunOutcome outcome) {
    return Map.of();
  }

  /** What a user may have overlooked, a sentence each; empty mostly. */
  default List<String> notes() {
    return List.of();
  }

  /**
   * The parameters of a network at a state, as the arrays of parameters.npz; empty where none is
   * moved.
   */
  default Map<String, Tensor> parameters(double[] state) {
    return Map.of();
  }

  /** Which entries of records go to fields.npz in place of result.json. */
  default Optional<RecordedFields> fields() {
    return Optional.empty();
  }
}
