package org.metricflows.bridge.internal.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metricflows.bridge.internal.numpy.Tensor;
import org.metricflows.bridge.observable.Observations;
import org.metricflows.numeric.internal.flow.Evolution;
import org.metricflows.numeric.internal.flow.FlowRecord;

/**
 * A {@link Model} moved by a {@link Drive}: a flow, or a training, derived and compiled, before its
 * first step. Same problem, same bits, whatever the number of threads.
 *
 * <pre>{@code
 * Problem problem = Problem.of(model, drive);
 * RunResult result = Run.of(problem, spec, versions).inMemory();
 * }</pre>
 */
public final class Problem {

  private final Moved<?> moved;
  private final Observations<FlowRecord> observations;

  /** A model and a drive with the same kind of state. */
  private record Moved<M>(Model<M> model, Drive<M> drive) {

    Observations<FlowRecord> observations() {
      return model.observations().seenBy(this::moment);
    }

    private Model.Moment<M> moment(FlowRecord record) {
      double[] state = record.state();
      return new Model.Moment<>(record.time(), read(state), drive.loss().apply(state));
    }

    private M read(double[] state) {
      return drive.model().apply(state);
    }

    Map<String, Object> closing(RunOutcome outcome) {
      return model.closing(read(outcome.result().state()), outcome);
    }

    Map<String, Tensor> parameters(double[] state) {
      return model.parameters(read(state));
    }
  }

  private Problem(Moved<?> moved) {
    this.moved = moved;
    this.observations = moved.observations();
  }

  /** The problem. */
  public static <M> Problem of(Model<M> model, Drive<M> drive) {
    return new Problem(new Moved<>(model, drive));
  }

  /** What runs, from its start or from any of its checkpoints. */
  public Evolution evolution() {
    return moved.drive.evolution();
  }

  /** What its time is called and where it ends. */
  public Clock clock() {
    return moved.drive.clock();
  }

  /**
   * What records carry, and how it is read off a state at its time. The clock is put before it by
   * the run, and {@link org.metricflows.bridge.observable.Vocabulary#CPU_SECONDS} filled in.
   */
  public Observations<FlowRecord> observations() {
    return observations;
  }

  /** What the result says of the run as a whole, after its records. */
  public Map<String, Object> closing(RunOutcome outcome) {
    return moved.closing(outcome);
  }

  /** What a user may have overlooked, a sentence each; empty mostly. */
  public List<String> notes() {
    return moved.model.notes();
  }

  /** A network's parameters at a state, as the arrays of parameters.npz; empty where none is. */
  public Map<String, Tensor> parameters(double[] state) {
    return moved.parameters(state);
  }

  /** Which entries of records go to fields.npz in place of result.json, or beside it. */
  public Optional<RecordedFields> fields() {
    return moved.model.fields();
  }
}
