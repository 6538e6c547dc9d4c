package org.metricflows.numeric.internal.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.metricflows.numeric.internal.flow.Evolution;
import org.metricflows.numeric.internal.flow.FlowCheckpoint;
import org.metricflows.numeric.internal.flow.FlowListener;
import org.metricflows.numeric.internal.flow.FlowResult;

/**
 * Epochs of one phase after another, from start parameters. Time counts epochs; each epoch ends a
 * leg, from which the training can go on to the same bits.
 *
 * @param start θ at the start
 * @param phases one after another
 * @param recordEvery how many epochs lie between records; the first and last state are recorded,
 *     too
 * @param stopping when to stop before the end
 * @param hindrance what keeps it from moving, so that it stops at its start; mostly empty
 */
public record Training(
    double[] start,
    List<Phase> phases,
    int recordEvery,
    EarlyStopping stopping,
    Optional<String> hindrance)
    implements Evolution {

  /**
   * When to stop before the end.
   *
   * @param patience epochs without a new best validation after which the training ends, with the
   *     best parameters; 0 for never
   * @param validation a loss of θ at points that are not trained on
   */
  public record EarlyStopping(int patience, ToDoubleFunction<double[]> validation) {

    /** No early stopping. */
    public static EarlyStopping never() {
      return new EarlyStopping(0, theta -> 0);
    }

    boolean isOn() {
      return patience > 0;
    }
  }

  /** Copies its arguments. */
  public Training {
    start = start.clone();
    phases = List.copyOf(phases);
  }

  /** One that nothing hinders. */
  public Training(double[] start, List<Phase> phases, int recordEvery, EarlyStopping stopping) {
    this(start, phases, recordEvery, stopping, Optional.empty());
  }

  /** The same, stopping at its start. */
  public Training hinderedBy(String reason) {
    return new Training(start, phases, recordEvery, stopping, Optional.of(reason));
  }

  @Override
  public double[] start() {
    return start.clone();
  }

  /** Number of epochs of all phases. */
  public int epochs() {
    return firstEpoch(phases.size());
  }

  /** The parameters of a recorded state. */
  public double[] parameters(double[] state) {
    return Arrays.copyOf(state, start.length);
  }

  /** The loss that the last epoch before a recorded state saw; NaN at the start. */
  public double loss(double[] state) {
    return state[start.length];
  }

  /** The epoch that a phase begins with. */
  int firstEpoch(int phase) {
    return phases.subList(0, phase).stream().mapToInt(Phase::epochs).sum();
  }

  /** The phase of an epoch; the last phase after all. */
  int phaseOf(int epoch) {
    int phase = 0;
    while (phase < phases.size() - 1 && epoch >= firstEpoch(phase + 1)) {
      phase++;
    }
    return phase;
  }

  @Override
  public FlowResult run(FlowListener listener) {
    TrainingSession session = new TrainingSession(this, listener);
    session.begin();
    return session.run();
  }

  @Override
  public FlowResult resume(FlowCheckpoint checkpoint, FlowListener listener) {
    TrainingSession session = new TrainingSession(this, listener);
    session.goOnFrom(checkpoint);
    return session.run();
  }
}
